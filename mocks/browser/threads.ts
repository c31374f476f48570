import type { MockHostOptions, Progress } from '../host.ts';
import type { Fetch } from '../hosted.ts';
import type { ErrorSettings } from '../simulated-errors.ts';

/** A request in the form sent between the page, the service worker and the host's thread. */
export type SentRequest = {
  type: 'unstuck:request';
  request: { url: string; method: string; headers: [string, string][]; body: ArrayBuffer | null };
};

type SentResponse = {
  status: number;
  headers: [string, string][];
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null;
};

/** The page's first message to the host's thread. */
export type Start = { type: 'unstuck:start' } & Pick<
  MockHostOptions,
  'publicUrl' | 'sampleCustomers'
> & { switches: ErrorSettings };

/** The host's thread reports how its start goes. */
export type Report =
  | { type: 'unstuck:progress'; progress: Progress }
  | { type: 'unstuck:ready' }
  | { type: 'unstuck:failed'; message: string };

/** Sends a request to the host's thread. The response streams. */
export const ask = async (host: Worker, request: Request): Promise<Response> => {
  const { url, method, headers } = request;
  const body = await request.arrayBuffer();
  const message: SentRequest = {
    type: 'unstuck:request',
    request: { url, method, headers: [...headers], body: body.byteLength > 0 ? body : null },
  };
  const { port1, port2 } = new MessageChannel();
  const answered = new Promise<SentResponse>((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
  });
  host.postMessage(message, [port2]);
  const { body: answer, ...init } = await answered;
  return new Response(answer, init);
};

/** Answers another thread's request through the port that came with it. */
export const answer = async (
  fetch: Fetch,
  { request: { url, ...init } }: SentRequest,
  port: MessagePort,
): Promise<void> => {
  const { status, headers, body } = await fetch(new Request(url, init));
  const response: SentResponse = { status, headers: [...headers], body };
  port.postMessage(response, body ? [body] : []);
};
