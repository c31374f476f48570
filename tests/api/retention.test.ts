import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eraseCustomer } from '../../src/database/privacy/erase.ts';
import { expire, expiredBefore } from '../../src/database/privacy/expire.ts';
import { deliveries } from '../../src/database/schema/index.ts';
import { addHours } from '../../src/journey/instant.ts';
import { DRIVERS, NOW, openTestApi, type TestApi } from '../support/api.ts';
import { everyText } from '../support/every-text.ts';
import { startMailing } from '../support/mailing.ts';
import { company, webhookBody } from '../support/payloads.ts';
import { freePort } from '../support/server.ts';

const DAYS = 24;

describe.each(DRIVERS)('retention on $name', (driver) => {
  let test: TestApi;
  let mailing: Awaited<ReturnType<typeof startMailing>>;

  beforeAll(async () => {
    const connection = await driver.open('retention');
    test = await openTestApi(connection);
    mailing = await startMailing(connection, `smtp://127.0.0.1:${await freePort()}`);
    test.ports.mailer = mailing.mailer;
    test.ports.forgetJobs = mailing.forgetJobs;
    const body = webhookBody({ eventType: 'company.created', payload: company('acme') });
    await test.deliver('old', body);
    await test.deliver('odd', webhookBody({ eventType: 'connection.created', payload: {} }));
  });
  afterAll(async () => {
    await mailing.stop();
    await test.close();
    expect(test.faults).toEqual([]);
  });

  it('keeps the bodies of webhooks for 90 days, and then their id, type, time and state', async () => {
    expect(await expire(test.database, addHours(NOW, 90 * DAYS))).toMatchObject({ deliveries: 0 });
    expect(await expire(test.database, addHours(NOW, 90 * DAYS + 1))).toMatchObject({
      deliveries: 2,
    });
    expect(await test.json('/api/deliveries/old')).toMatchObject({
      ...{ id: 'old', eventType: 'company.created', receivedAt: NOW, state: 'processed' },
      ...{ customerId: 'acme', body: null, problem: null },
    });
    expect(await test.json('/api/customers/acme')).toMatchObject({ name: 'Company acme' });
  });

  it('doesn’t process a webhook whose body has expired', async () => {
    const refused = await test.send('POST', '/api/deliveries/odd/process', {});
    expect(refused.status).toBe(409);
    const many = await test.send('POST', '/api/deliveries/process', { filter: {} });
    expect(await many.json()).toEqual({ queued: 0 });
    expect(await test.json('/api/deliveries/odd')).toMatchObject({ state: 'not_understood' });
  });

  it('removes more rows than fit into one statement', async () => {
    await test.database.execute(
      sql`insert into deliveries (id, received_at, state, body)
        select 'many-' || n, ${NOW}::timestamptz, 'ignored', 'body' from generate_series(1, 1200) n`,
    );
    const later = addHours(NOW, 91 * DAYS);
    expect(await expire(test.database, later)).toMatchObject({ deliveries: 1200 });
    expect(await test.database.$count(deliveries, sql`body is not null`)).toBe(0);
  });

  it('keeps the rows of an imported file for 90 days, and then no longer undoes it', async () => {
    const uploaded = await test.upload('contact-imports', 'Customer ID,Name\nacme,Bo\n');
    const { id } = await uploaded.json();
    const path = `/api/contact-imports/${id}`;
    await test.send('PUT', path, { state: 'applied' });
    const later = addHours(NOW, 91 * DAYS);
    expect(expiredBefore(later) > NOW).toBe(true);
    expect(await expire(test.database, later)).toMatchObject({ contactImportLines: 1 });
    test.clock.now = later;
    const undone = await test.send('PUT', path, { state: 'undone' });
    test.clock.now = NOW;
    expect(undone.status).toBe(409);
    expect(await test.json(path)).toMatchObject({ state: 'applied', changes: 1 });
  });

  it('leaves no job about an erased customer’s emails', async () => {
    await test.send('PUT', '/api/customers/acme', { contactEmail: 'ada@acme.example' });
    const email = { customerId: 'acme', template: 'link' };
    const { id } = await (await test.send('POST', '/api/emails', email)).json();
    const jobs = async () =>
      (await everyText(test.database)).filter(
        ({ table, text }) => table.startsWith('j') && text.includes(id),
      );
    await expect.poll(jobs).not.toEqual([]);
    const erasure = { customerId: 'acme', actor: { kind: 'system', at: NOW } } as const;
    await eraseCustomer(test.database, { ...erasure, forgetJobs: mailing.forgetJobs });
    expect(await jobs()).toEqual([]);
  });
});
