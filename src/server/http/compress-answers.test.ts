import { gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { compressAnswers } from './compress-answers.ts';

const rows = Array.from({ length: 25 }, (_, index) => ({ id: `c-${index}`, stage: 'initiated' }));

const app = new Hono()
  .use('/api/*', compressAnswers)
  .get('/api/customers', ({ json }) => json(rows, 200, { 'content-range': 'customers 0-24/25' }))
  .get('/api/metrics/funnel', ({ json }) => json({ stages: rows }))
  .get('/api/customers/c-1', ({ json }) => json({ ...rows[1], rows }, 200, { etag: '"abc"' }));

const ask = (path: string, encodings: string) =>
  app.request(path, { headers: { 'accept-encoding': encodings } });

it('compresses lists and numbers for those who take them compressed', async () => {
  const answer = await ask('/api/customers', 'gzip, deflate, br, zstd');
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  expect(answer.headers.get('content-range')).toBe('customers 0-24/25');
  expect(answer.headers.get('vary')).toBe('Accept-Encoding');
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(bytes.length).toBeLessThan(JSON.stringify(rows).length / 3);
  expect(JSON.parse(gunzipSync(bytes).toString())).toEqual(rows);
  const numbers = await ask('/api/metrics/funnel', 'gzip');
  expect(numbers.headers.get('content-encoding')).toBe('gzip');
});

it('compresses nothing for others', async () => {
  const answer = await ask('/api/customers', 'identity');
  expect(answer.headers.get('content-encoding')).toBeNull();
  expect(await answer.json()).toEqual(rows);
});

it('leaves single records their ETag, by which they are changed', async () => {
  const answer = await ask('/api/customers/c-1', 'gzip');
  expect(answer.headers.get('content-encoding')).toBeNull();
  expect(answer.headers.get('etag')).toBe('"abc"');
});
