import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Ports } from '../ports.ts';
import { Problem } from './problem.ts';

const KIBIBYTE = 1024;

/** How long a stranger may take to send a body. */
const PATIENCE_MS = 10_000;

/** What the unfinished bodies of strangers may hold, in bytes: in all, and from one address. */
const MOST_HELD = { inAll: 64 * 1024 * KIBIBYTE, perAddress: 16 * 1024 * KIBIBYTE };

export const tooLarge = (kibibytes: number): Problem =>
  new Problem(
    413,
    `Request too large (max ${kibibytes < KIBIBYTE ? `${kibibytes} KB` : `${kibibytes / KIBIBYTE} MB`}).`,
  );

/** A problem that closes the connection instead of waiting for the rest of the body. */
const cutOff = (status: 400 | 408, sentence: string): Problem =>
  new Problem(status, sentence, { headers: { connection: 'close' } });

/** Reads to the end, or until there is too much: nobody has to say beforehand how long a body is. */
const readChunks = async (
  body: ReadableStream<Uint8Array>,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | null> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
};

/** @throws Problem 408 when the work takes longer than strangers may */
const withinPatience = async <T>(work: Promise<T>): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(cutOff(408, 'The request took too long to arrive. Send it again.')),
      PATIENCE_MS,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    // It fails once the connection is closed, when nobody waits for it any more.
    work.catch(() => {});
  }
};

type Held = Map<string | null, number>;

/** Reserves memory for a body. Returns a function that releases it. @throws Problem 503 when none is left */
const setAside = (held: Held, address: string | null, bytes: number): (() => void) => {
  const before = held.get(address) ?? 0;
  const inAll = [...held.values()].reduce((sum, one) => sum + one, 0);
  if (inAll + bytes > MOST_HELD.inAll || (address && before + bytes > MOST_HELD.perAddress))
    throw new Problem(503, 'Too many requests are arriving. Try again in a few seconds.', {
      headers: { 'retry-after': '5' },
    });
  held.set(address, before + bytes);
  return () => {
    const left = (held.get(address) ?? 0) - bytes;
    if (left > 0) held.set(address, left);
    else held.delete(address);
  };
};

/** Reads a request’s whole body. */
export type ReadBody = (
  context: Context,
  mostKibibytes: number,
) => Promise<Uint8Array<ArrayBuffer>>;

/**
 * Reads the bodies of people and programs that have not proved who they are, with limits on size, time, and what all of
 * them hold together. Look at the headers first: a body that is not read costs nothing.
 * @throws Problem 413, 408, 400 when it breaks off, 503 when too many are arriving
 */
export const createReadBody = ({ addressOf }: Pick<Ports, 'addressOf'>): ReadBody => {
  const held: Held = new Map();
  return async (context, mostKibibytes) => {
    const { req } = context;
    const most = mostKibibytes * KIBIBYTE;
    const announced = Number(req.header('content-length') ?? Number.NaN);
    if (announced > most) throw tooLarge(mostKibibytes);
    if (announced === 0) return new Uint8Array();
    const giveBack = setAside(held, addressOf(context), announced || most);
    try {
      // Node holds clients to the length they announce, and reads such a body faster.
      const reading = announced
        ? req.raw.arrayBuffer().then((buffer) => new Uint8Array(buffer))
        : readChunks(req.raw.body ?? new Blob([]).stream(), most);
      const body = await withinPatience(reading);
      if (!body) throw tooLarge(mostKibibytes);
      return body;
    } catch (error) {
      throw error instanceof Problem ? error : cutOff(400, 'The request broke off.');
    } finally {
      giveBack();
    }
  };
};

/** Methods of requests without a body. */
export const WITHOUT_BODY = new Set(['GET', 'HEAD']);

/** Reads a stranger’s body before the route does, so that it is within the limits. @throws as `ReadBody` */
export const readFirst = (readBody: ReadBody, mostKibibytes: number) =>
  createMiddleware(async (context, next) => {
    if (!WITHOUT_BODY.has(context.req.method)) {
      const body = await readBody(context, mostKibibytes);
      // Without a body a request must stay without: better-auth asks for the type of an empty one.
      if (body.length > 0) context.req.raw = new Request(context.req.raw, { body });
    }
    await next();
  });
