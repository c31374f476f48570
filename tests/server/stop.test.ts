import { Agent, get, type IncomingMessage } from 'node:http';
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
  // Neither is cut off. Each may have the sign-in’s announcement, which comes a moment after the sign-in.
  const whole = expect.stringMatching(/^retry: 1000\n\n(event: changed\ndata: \S+\n\n)*$/);
  expect(await ends).toEqual([whole, whole]);
});

it('the server answers clients that keep their connection, asks them to close it, and resets none', async () => {
  const server = await startServer({ DATA_DIR: startedDirectory(), SAMPLE_CUSTOMERS: '0' });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = () =>
    new Promise<{ status: number | undefined; connection: string | undefined }>(
      (resolve, reject) => {
        const request = get(`${server.url}/healthz`, { agent }, (response: IncomingMessage) => {
          response.resume();
          const { statusCode: status, headers } = response;
          response.on('end', () => resolve({ status, connection: headers.connection }));
        });
        request.on('error', reject);
      },
    );
  expect(await ask()).toEqual({ status: 200, connection: 'keep-alive' });
  const stopped = server.stop();
  // The signal takes a moment to arrive; from then on each answer closes its connection.
  let answer = await ask();
  while (answer.connection === 'keep-alive') answer = await ask();
  expect(answer).toEqual({ status: 200, connection: 'close' });
  expect(await stopped).toBe(0);
  agent.destroy();
});
