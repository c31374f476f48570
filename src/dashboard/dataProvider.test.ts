import { afterEach, expect, it, vi } from 'vitest';
import { dataProvider } from './dataProvider.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

it('asks for lists without a Range header, which browsers take no compressed answer to', async () => {
  const fetch = vi.fn(async (_url: string, _options: RequestInit) =>
    Response.json([], { headers: { 'content-range': 'customers */0' } }),
  );
  vi.stubGlobal('fetch', fetch);
  await dataProvider.getList('customers', {
    pagination: { page: 2, perPage: 25 },
    sort: { field: 'name', order: 'ASC' },
    filter: {},
  });
  const [[url, options] = ['', {}]] = fetch.mock.calls;
  expect(new URL(url, 'http://unstuck.test').searchParams.get('range')).toBe('[25,49]');
  expect([...new Headers(options.headers).keys()]).not.toContain('range');
});
