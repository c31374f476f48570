import { lookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPrivateAddress } from './private-address.ts';

/** A host that isn’t on the public internet. */
export class PrivateHost extends Error {}

/** In characters. More of an answer is not read. */
const LONGEST_ANSWER = 2000;

const isPrivate = (found: string | { address: string }[]): boolean =>
  typeof found === 'string'
    ? isPrivateAddress(found)
    : found.some(({ address }) => isPrivateAddress(address));

/** Looks a host up for the connection itself, so that it can’t have another address a moment later. */
const publicLookup: LookupFunction = (hostname, options, callback) =>
  lookup(hostname, options, (error, address, family) => {
    if (!error && isPrivate(address)) callback(new PrivateHost(), address, family);
    else callback(error, address, family);
  });

/** An address in place of a host’s name isn’t looked up. */
const checkLiteral = ({ hostname }: URL): void => {
  const literal = hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) && isPrivateAddress(literal)) throw new PrivateHost();
};

type Options = { url: URL; body: string; anywhere: boolean; signal: AbortSignal };

/**
 * Posts JSON, follows no redirect, and reads the beginning of the answer. Not by `fetch`, which can’t be told which
 * addresses to connect to.
 * @throws PrivateHost, unless it may go anywhere; Error with a `code` when the host can’t be reached; AbortError
 */
export const postJson = async ({ url, body, anywhere, signal }: Options) => {
  if (!anywhere) checkLiteral(url);
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; text: string }>();
  const { request } = url.protocol === 'https:' ? https : http;
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  };
  const sent = request(url, {
    ...{ method: 'POST', headers, signal, agent: false },
    ...(!anywhere && { lookup: publicLookup }),
  });
  sent.on('error', reject);
  sent.on('response', (response) => {
    let text = '';
    const answer = () => resolve({ status: response.statusCode ?? 0, text });
    response.setEncoding('utf8');
    response.on('error', reject);
    response.on('end', answer);
    response.on('data', (chunk: string) => {
      text += chunk;
      if (text.length <= LONGEST_ANSWER) return;
      answer();
      sent.destroy();
    });
  });
  sent.end(body);
  return promise;
};
