import { sql } from 'drizzle-orm';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { customers, deliveries, events } from '../../src/database/schema/index.ts';
import { DRIVERS, openOn, type TestApi } from '../support/api.ts';
import { expectCleanFold } from '../support/ledger.ts';
import { numberedDelivery, type Sent } from '../support/load.ts';
import { signedDelivery } from '../support/webhooks.ts';

describe.each(DRIVERS)('webhooks that arrive at once, on $name', (driver) => {
  let test: TestApi;
  beforeAll(async () => {
    test = await openOn(driver, 'bursts');
    // Otherwise Codat is asked about each new company, one after the other.
    await test.send('PUT', '/api/codat-settings/codat', { product: null });
  });
  afterAll(() => test.close());

  /** A number of deliveries for as many customers. */
  const burst = (name: string, count: number): Sent[] =>
    Array.from({ length: count }, (_, number) => numberedDelivery(number, count, name));
  /** Says how long each is, as clients do. Otherwise too many of unknown length would arrive at once. */
  const deliverOne = async ({ id, body }: Sent): Promise<number> => {
    const { headers, ...init } = signedDelivery(id, body);
    const length = { ...headers, 'content-length': String(Buffer.byteLength(body)) };
    return (await test.request('/webhooks/codat', { ...init, headers: length }, null)).status;
  };
  const deliverAll = (sent: readonly Sent[]) => Promise.all(sent.map(deliverOne));
  const idsOf = (sent: readonly Sent[]) => sql`${sql.param(sent.map(({ id }) => id))}::text[]`;

  it('are stored together, in far fewer transactions', async () => {
    const sent = burst('many', 120);
    expect(new Set(await deliverAll(sent))).toEqual(new Set([204]));
    const stored = await test.database
      .select({ by: sql<string>`xmin::text`, state: deliveries.state })
      .from(deliveries)
      .where(sql`${deliveries.id} = any(${idsOf(sent)})`);
    expect(stored.map(({ state }) => state)).toEqual(Array(120).fill('processed'));
    expect(new Set(stored.map(({ by }) => by)).size).toBeLessThan(12);
    await expectCleanFold(test.database);
  });

  it('take no more statements than a few of them', async (context) => {
    if (driver.name !== 'PostgreSQL') context.skip();
    const query = vi.spyOn(Client.prototype, 'query');
    onTestFinished(() => query.mockRestore());
    const statementsOf = async (sent: readonly Sent[]): Promise<number> => {
      query.mockClear();
      await deliverAll(sent);
      return query.mock.calls.length;
    };
    const customers = burst('known', 30);
    await deliverAll(customers);
    const next = customers.map((_, number) => numberedDelivery(number + 30, 30, 'known'));
    const [first, ...others] = next;
    expect(await statementsOf(first ? [first] : [])).toBeLessThanOrEqual(20);
    // The first goes alone, and all that come meanwhile go after it.
    expect(await statementsOf(others)).toBeLessThanOrEqual(3 * 20);
  });

  it('lead to the same state as one after the other, also those of one customer', async () => {
    const steps = Array.from({ length: 25 }, (_, number) => numberedDelivery(number, 1, 'one'));
    await deliverAll(steps);
    for (const [number] of steps.entries()) await deliverOne(numberedDelivery(number, 1, 'two'));
    const stages = await test.database
      .select({ stage: customers.stage, failed: customers.failedAttempts })
      .from(customers)
      .where(sql`${customers.id} in ('loadone-0', 'loadtwo-0')`);
    expect(stages).toHaveLength(2);
    expect(stages[0]).toEqual(stages[1]);
    await expectCleanFold(test.database);
  });

  it('count once when the same arrives several times', async () => {
    const [first, ...others] = burst('twice', 10);
    const repeats = [first, ...others, first, first].filter((one) => one !== undefined);
    expect(new Set(await deliverAll(repeats))).toEqual(new Set([204]));
    expect(await test.database.$count(events, sql`${events.customerId} like 'loadtwice-%'`)).toBe(
      10,
    );
  });

  it('don’t wait for one among them that can’t be processed', async () => {
    const sent = burst('odd', 20);
    await test.database.execute(
      sql.raw(`create function refuse() returns trigger language plpgsql as $$ begin
        if new.customer_id = 'loadodd-7' then raise exception 'refused' using errcode = '22000'; end if;
        return new; end $$`),
    );
    await test.database.execute(
      sql.raw(
        'create trigger refuse before insert on events for each row execute function refuse()',
      ),
    );
    expect(new Set(await deliverAll(sent))).toEqual(new Set([204]));
    await test.database.execute(sql.raw('drop trigger refuse on events'));
    const stored = await test.database
      .select({ id: deliveries.id, state: deliveries.state })
      .from(deliveries)
      .where(sql`${deliveries.id} = any(${idsOf(sent)}) and ${deliveries.state} <> 'processed'`);
    expect(stored).toEqual([{ id: 'msgodd_7', state: 'waiting' }]);
    expect(test.processedLater).toEqual(['msgodd_7']);
    await expectCleanFold(test.database);
  });
});
