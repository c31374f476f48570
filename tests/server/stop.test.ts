import { expect, it, onTestFinished } from 'vitest';
import { startServer, temporaryDirectory } from '../support/server.ts';
import { signInTo } from '../support/sign-in.ts';

it('ends at once though browsers follow its stream', async () => {
  const { path, remove } = temporaryDirectory();
  onTestFinished(remove);
  const server = await startServer({ DATA_DIR: path, SAMPLE_CUSTOMERS: '0' });
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
