import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers a request, or never does. */
type Answer = (response: ServerResponse, count: number) => void;

const OK: Answer = (response) => response.end('ok');

/** A server on this machine that collects what webhooks post to each of its paths. */
export const openReceiver = async () => {
  const bodies = new Map<string, string[]>();
  const answers = new Map<string, Answer>();
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const path = request.url ?? '';
    const received = [...(bodies.get(path) ?? []), body];
    bodies.set(path, received);
    (answers.get(path) ?? OK)(response, received.length);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    /** The bodies that arrived at a path. */
    at: (path: string): string[] => bodies.get(path) ?? [],
    answer: (path: string, answer: Answer): void => {
      answers.set(path, answer);
    },
    close: (): void => {
      server.closeAllConnections();
      server.close();
    },
  };
};

export type Receiver = Awaited<ReturnType<typeof openReceiver>>;
