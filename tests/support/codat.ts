import { serve } from '@hono/node-server';
import { createSandbox } from '../../mocks/codat/sandbox.ts';
import { freePort } from './server.ts';

export const CODAT_API_KEY = 'codat-api-key';

type Options = {
  /** How many times as fast as real time its disruptions pass. */
  speed?: number;
  onAnswer?: (request: Request, answer: Response) => void;
};

/** A Codat of the test’s own over HTTP, without companies at first. It sends no webhooks. */
export const openCodat = async ({ speed = 1, onAnswer }: Options = {}) => {
  const port = await freePort();
  const publicUrl = `http://localhost:${port}/sandbox`;
  const sandbox = createSandbox({
    now: () => new Date().toISOString(),
    newId: () => crypto.randomUUID(),
    publicUrl,
    apiKey: CODAT_API_KEY,
    webhook: null,
    speed,
  });
  const server = serve({
    port,
    fetch: async (request) => {
      const answer = await sandbox.fetch(request);
      onAnswer?.(request, answer);
      return answer;
    },
  });
  return { publicUrl, sandbox, close: () => void server.close() };
};
