import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

/** Writes whatever it likes to a client that has sent a request. */
export type RawAnswer = (socket: Socket) => void;

const HEAD_END = '\r\n\r\n';

/** Whether all of a request has arrived. Our requests to Codat state the length of their bodies. */
const isWhole = (received: string): boolean => {
  const end = received.indexOf(HEAD_END);
  if (end < 0) return false;
  const [, length = '0'] = /^content-length: *(\d+)/im.exec(received.slice(0, end)) ?? [];
  return Buffer.byteLength(received.slice(end + HEAD_END.length)) >= Number(length);
};

/** A TCP server that answers requests with raw bytes, because HTTP libraries are too polite to misbehave. */
export const openRawServer = async () => {
  const sockets = new Set<Socket>();
  const current: { answer: RawAnswer } = { answer: (socket) => socket.end() };
  const requests = { count: 0 };
  const server = createServer((socket) => {
    let received = '';
    sockets.add(socket);
    // Clients hang up on answers that never end.
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (chunk: Buffer) => {
      received += chunk.toString('latin1');
      if (!isWhole(received)) return;
      received = '';
      requests.count += 1;
      current.answer(socket);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The server has no port.');
  return {
    port: address.port,
    url: `http://127.0.0.1:${address.port}`,
    requests,
    /** Answers all further requests like this. */
    answerWith: (answer: RawAnswer): void => {
      current.answer = answer;
      for (const socket of sockets) socket.destroy();
    },
    close: (): void => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
};

export type RawServer = Awaited<ReturnType<typeof openRawServer>>;
