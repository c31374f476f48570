import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DRIVERS, openOn, type TestApi } from '../support/api.ts';
import { everyText } from '../support/every-text.ts';
import { MARKER, markedCustomer } from '../support/marked-customer.ts';

describe.each(DRIVERS)('the export of a customer on $name', (driver) => {
  let test: TestApi;
  let id: string;
  let text: string;

  beforeAll(async () => {
    test = await openOn(driver, 'export');
    id = await markedCustomer(test);
    const response = await test.send('POST', `/api/customers/${id}/export`, {});
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment/);
    text = await response.text();
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  it('has every text that anyone wrote, from every door', async () => {
    const planted = (await everyText(test.database)).flatMap(({ text: stored }) =>
      [...stored.matchAll(new RegExp(`${MARKER} [\\w ]+`, 'g'))].map(([found]) => found.trim()),
    );
    expect(new Set(planted).size).toBeGreaterThan(20);
    for (const one of new Set(planted)) expect(text).toContain(one);
  });

  it('has no token of a tracked link', async () => {
    const links = await (await test.list('links', { filter: { customerId: id } })).json();
    expect(links.length).toBeGreaterThan(0);
    for (const { address, emailId } of links)
      if (!emailId) expect(text).not.toContain(address.split('/').at(-1));
    expect(JSON.parse(text).links).toHaveLength(links.length);
  });

  it('is recorded in the activity', async () => {
    const filter = { customerId: id, action: 'export-everything' };
    expect(await (await test.list('activity', { filter })).json()).toHaveLength(1);
  });
});
