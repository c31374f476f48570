import { expect, it } from 'vitest';
import { startServer } from '../support/server.ts';
import { signInTo } from '../support/sign-in.ts';
import { startedDirectory } from '../support/template.ts';

it('the server stops within three seconds while browsers follow its stream', async () => {
  const server = await startServer({ DATA_DIR: startedDirectory(), SAMPLE_CUSTOMERS: '0' });
  const headers = { cookie: await signInTo(server.url) };
  const open = () => fetch(`${server.url}/api/stream`, { headers });
  const streams = await Promise.all([open(), open()]);
  expect(streams.map(({ status }) => status)).toEqual([200, 200]);
  const ends = Promise.all(streams.map((stream) => stream.text()));
  const asked = performance.now();
  expect(await server.stop()).toBe(0);
  expect(performance.now() - asked).toBeLessThan(3_000);
  expect(await ends).toEqual(['retry: 1000\n\n', 'retry: 1000\n\n']);
});
