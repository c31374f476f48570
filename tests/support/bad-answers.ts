import type { Socket } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { RawAnswer } from './raw-server.ts';

/** One kind of bad answer that Codat, or whatever stands in its place, can give to any request. */
export type BadAnswer = {
  name: string;
  answer: RawAnswer;
  /** The body describes a company well enough for a new one. */
  isCompany?: true;
};

const JSON_TYPE = 'Content-Type: application/json';
const MIB = 1024 ** 2;

type Parts = { status?: string; headers?: string[]; body?: string | Buffer };

/** Sends a whole response of known length. */
const whole =
  ({ status = '200 OK', headers = [JSON_TYPE], body = '' }: Parts): RawAnswer =>
  (socket) => {
    const bytes = Buffer.from(body);
    const lines = [`HTTP/1.1 ${status}`, ...headers, `Content-Length: ${bytes.length}`];
    socket.write(`${lines.join('\r\n')}\r\n\r\n`);
    socket.write(bytes);
  };

/** Sends text as it is, and hangs up. */
const raw =
  (...lines: string[]): RawAnswer =>
  (socket) => {
    socket.end(lines.join('\r\n'), 'latin1');
  };

/** Sends text as it is, and leaves it at that. */
const silentAfter =
  (...lines: string[]): RawAnswer =>
  (socket) => {
    socket.write(lines.join('\r\n'));
  };

/** Sends the first text, then the second again and again, as fast or slowly as asked, until the client hangs up. */
const endless =
  (first: string, more: string | Buffer, everyMs: number): RawAnswer =>
  (socket) => {
    socket.write(first);
    const timer = setInterval(() => socket.writableNeedDrain || socket.write(more), everyMs);
    socket.on('close', () => clearInterval(timer));
  };

const head = (...headers: string[]): string => ['HTTP/1.1 200 OK', ...headers, '', ''].join('\r\n');

const body = (text: string | Buffer): RawAnswer => whole({ body: text });
const json = (value: unknown): RawAnswer => body(JSON.stringify(value));
const status = (line: string, text = '', ...headers: string[]): RawAnswer =>
  whole({ status: line, headers: [JSON_TYPE, ...headers], body: text });
const html = (line: string): RawAnswer =>
  whole({ status: line, headers: ['Content-Type: text/html'], body: '<html><h1>Oops</h1>' });
const encoded = (encoding: string, bytes: Buffer): RawAnswer =>
  whole({ headers: [JSON_TYPE, `Content-Encoding: ${encoding}`], body: bytes });

const PLAIN = Buffer.from('{"results":[],"totalResults":0}');
const ZIPPED = gzipSync(PLAIN);
const damaged = (bytes: Buffer, at: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy.fill(0xff, at, at + 6);
  return copy;
};

const company = (fields: object): unknown => ({ id: 'a', name: 'A', ...fields });
const reset = (socket: Socket): void => void socket.resetAndDestroy();

const CONNECTIONS: [name: string, answer: RawAnswer][] = [
  ['closes without a byte', (socket) => socket.end()],
  ['resets the connection', reset],
  ['never answers', () => {}],
  ['half a status line, then closes', raw('HTTP/1.1 20')],
  ['half a status line, then silence', silentAfter('HTTP/1.1 20')],
  ['headers byte by byte, endlessly', endless('HTTP/1.1 200 OK\r\nX: ', 'x', 10)],
  ['headers without end', endless('HTTP/1.1 200 OK\r\n', 'X-A: 1\r\n'.repeat(1000), 1)],
  ['a header of 64 KiB', whole({ headers: [JSON_TYPE, `X-A: ${'a'.repeat(65_536)}`] })],
  ['headers, then silence', silentAfter(head(JSON_TYPE, 'Content-Length: 10'))],
];

const PROTOCOLS: [name: string, answer: RawAnswer][] = [
  ['not HTTP: SSH', raw('SSH-2.0-OpenSSH_9.2', '')],
  ['not HTTP: a TLS alert', raw('\x15\x03\x01\x00\x02\x02\x46')],
  ['not HTTP: HTTP/2 settings', raw('\0\0\x12\x04\0\0\0\0\0')],
  ['HTTP/0.9: a page without a head', raw('<html>It works!</html>')],
  ['HTTP/1.0 with garbage', raw('HTTP/1.0 200 OK', 'x', '', '\x80\x81')],
  ['status 000', status('000 Zero', '{}')],
  ['status 999', status('999 Denied', '{}')],
  ['status 99999', raw('HTTP/1.1 99999 Many', '', '')],
  ['100 Continue, endlessly', endless('', 'HTTP/1.1 100 Continue\r\n\r\n', 5)],
  [
    '101 Switching Protocols',
    raw('HTTP/1.1 101 Switch', 'Upgrade: x', 'Connection: upgrade', '', ''),
  ],
  ['103 Early Hints, then closes', raw('HTTP/1.1 103 Early Hints', 'Link: <a>', '', '')],
  ['204 No Content', raw('HTTP/1.1 204 No Content', '', '')],
  ['304 Not Modified', raw('HTTP/1.1 304 Not Modified', '', '')],
  ['301 to loopback', status('301 Moved', '', 'Location: http://127.0.0.1:1/')],
  ['307 to itself', status('307 Again', '', 'Location: /')],
  ['302 to a script', status('302 Found', '', 'Location: javascript:alert(1)')],
  ['308 to nowhere', status('308 Moved')],
  ['NUL in a header', raw('HTTP/1.1 200 OK', 'X-A: a\0b', '', '{}')],
  ['two lengths', raw('HTTP/1.1 200 OK', 'Content-Length: 2', 'Content-Length: 9', '', '{}')],
  [
    'a length and chunks',
    raw('HTTP/1.1 200 OK', 'Content-Length: 2', 'Transfer-Encoding: chunked', '', '{}'),
  ],
  ['a negative length', raw('HTTP/1.1 200 OK', JSON_TYPE, 'Content-Length: -1', '', '{}')],
];

const cutOff = (line: string, type: string): RawAnswer =>
  raw(`HTTP/1.1 ${line}`, `Content-Type: ${type}`, 'Content-Length: 500', '', '{');

const CHUNKED = head(JSON_TYPE, 'Transfer-Encoding: chunked');

const TRANSFERS: [name: string, answer: RawAnswer][] = [
  ['404 of HTML, cut after one byte', cutOff('404 Not Found', 'text/html')],
  ['200 of JSON, cut after one byte', cutOff('200 OK', 'application/json')],
  ['500 of JSON, cut after one byte', cutOff('500 Error', 'application/json')],
  ['429 of JSON, cut after one byte', cutOff('429 Slow down', 'application/json')],
  [
    'more bytes than its length',
    raw('HTTP/1.1 200 OK', JSON_TYPE, 'Content-Length: 3', '', '{}{}{}'),
  ],
  ['chunks of an impossible size', raw(`${CHUNKED}zz`, '{}', '0', '', '')],
  ['chunks, cut in the middle', raw(`${CHUNKED}ff`, '{"results":[')],
  ['chunks, endlessly', endless(CHUNKED, '5\r\n     \r\n', 5)],
  ['a body without end', endless(head(JSON_TYPE), Buffer.alloc(MIB, ' '), 1)],
  ['gzip of garbage', encoded('gzip', Buffer.from('garbage'))],
  ['gzip, cut short', encoded('gzip', ZIPPED.subarray(0, 20))],
  ['gzip, damaged inside', encoded('gzip', damaged(ZIPPED, 14))],
  ['gzip with a wrong checksum', encoded('gzip', damaged(ZIPPED, ZIPPED.length - 8))],
  ['a gzip bomb', encoded('gzip', gzipSync(Buffer.alloc(64 * MIB, ' ')))],
  ['deflate of garbage', encoded('deflate', Buffer.from('\x78\x9cgarbage'))],
  ['deflate, cut short', encoded('deflate', deflateSync(PLAIN).subarray(0, 10))],
  ['Brotli, cut short', encoded('br', brotliCompressSync(PLAIN).subarray(0, 8))],
  ['an unknown encoding', encoded('x-magic', Buffer.from('\x01\x02\x03'))],
  ['gzip twice, applied once', encoded('gzip, gzip', ZIPPED)],
];

const BODIES: [name: string, answer: RawAnswer][] = [
  ['nothing', body('')],
  ['half of a document', body('{"results": [{"id"')],
  ['a page of HTML as JSON', body('<html><body>502 Bad Gateway</body>')],
  [
    'broken JSON as APPLICATION/JSON',
    whole({ headers: ['Content-Type: APPLICATION/JSON'], body: '{' }),
  ],
  ['JSON as HTML', whole({ headers: ['Content-Type: text/html'], body: '{"id":"a"}' })],
  ['JSON without a type', whole({ headers: [], body: '{"id":"a"}' })],
  ['null', body('null')],
  ['a list', body('[]')],
  ['a text', body('"maintenance"')],
  ['an object without anything', body('{}')],
  ['two documents', body('{"id":"a"}{"id":"b"}')],
  ['JavaScript', body('{id: NaN}')],
  ['200,000 levels', body('['.repeat(200_000) + ']'.repeat(200_000))],
  ['200,000 levels with NUL', body(`${'['.repeat(200_000)}"\\u0000"${']'.repeat(200_000)}`)],
  [
    'UTF-16',
    whole({
      headers: [`${JSON_TYPE}; charset=utf-16`],
      body: Buffer.from('{"id":"a"}', 'utf16le'),
    }),
  ],
  ['bytes that aren’t UTF-8', body(Buffer.from([0x7b, 0xff, 0xfe, 0x7d]))],
  ['22 MiB of spaces', body(Buffer.alloc(22 * MIB, ' '))],
  ['numbers as ids', json({ id: 1, results: [{ id: 2 }], totalResults: '3' })],
  ['an id of 10,000 characters', json({ id: 'a'.repeat(10_000), name: 'A' })],
  ['-1 results', json({ results: [], totalResults: -1 })],
  ['1e300 results', json({ results: [], totalResults: 1e300 })],
  ['results that are missing', json({ totalResults: 7 })],
  ['more results than asked for', json({ results: Array(2001).fill({}), totalResults: 2001 })],
];

const REFUSALS: [name: string, answer: RawAnswer][] = [
  [
    '400 with a very long reason',
    status('400 Bad', JSON.stringify({ error: 'a\0'.repeat(50_000) })),
  ],
  ['401 of HTML', html('401 Unauthorized')],
  ['403 of HTML', html('403 Forbidden')],
  ['404 of JSON', status('404 Not Found', '{"error":"gone"}')],
  [
    '418 of text',
    whole({ status: '418 Teapot', headers: ['Content-Type: text/plain'], body: 'tea' }),
  ],
  ['429 until 2029', status('429 Slow', '{}', 'Retry-After: 99999999')],
  ['429 for 1e300 seconds', status('429 Slow', '{}', 'Retry-After: 1e300')],
  ['429 until 2099', status('429 Slow', '{}', 'Retry-After: Thu, 01 Jan 2099 00:00:00 GMT')],
  ['429 with a negative pause', status('429 Slow', '{}', 'Retry-After: -9')],
  ['500 of HTML', html('500 Oops')],
  ['500 of broken JSON', status('500 Oops', '{')],
  [
    '503 with nonsense for numbers',
    status('503 Busy', '{}', 'X-Rate-Limit-Remaining: 1e300', 'Retry-After: soon'),
  ],
  ['505 of nothing', status('505 Version', '')],
];

const COMPANIES: [name: string, answer: RawAnswer][] = [
  ['another company', json(company({ id: 'somebody-else' }))],
  ['a link that is a script', json(company({ redirect: 'javascript:alert(1)' }))],
  ['a link to loopback', json(company({ redirect: 'http://127.0.0.1:9200/' }))],
  ['a link to a stranger', json(company({ redirect: 'https://codat.io.evil.example/' }))],
];

/** Every kind of bad answer. */
export const BAD_ANSWERS: BadAnswer[] = [
  ...[...CONNECTIONS, ...PROTOCOLS, ...TRANSFERS, ...BODIES, ...REFUSALS].map(([name, answer]) => ({
    name,
    answer,
  })),
  ...COMPANIES.map(([name, answer]) => ({ name, answer, isCompany: true as const })),
];
