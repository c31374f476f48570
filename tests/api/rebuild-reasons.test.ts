import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rebuild } from '../../src/database/folding/rebuild.ts';
import { attempts, customers, events, journeys } from '../../src/database/schema/index.ts';
import { DRIVERS, openOn, type TestApi } from '../support/api.ts';
import { rewriteHistory } from '../support/history.ts';
import { company, connection, failure, webhookBody } from '../support/payloads.ts';

const ID = 'customer';

describe.each(DRIVERS)('rebuilding failure reasons on $name', (driver) => {
  let test: TestApi;

  const deliver = (eventType: string, payload: unknown) =>
    test.deliver(eventType, webhookBody({ eventType, payload }));
  const reasons = async () => {
    const [attempt] = await test.database.select().from(attempts);
    const [customer] = await test.database.select().from(customers);
    return [attempt?.failureReason, customer?.failureReason];
  };

  beforeAll(async () => {
    test = await openOn(driver, 'rebuild_reasons');
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  it('recognizes the reasons of failures stored by an earlier version, and names their customers', async () => {
    await deliver('company.created', company(ID));
    await deliver('connection.created', connection(ID));
    const errors = [failure('400', 'AADSTS50076: use multi-factor authentication')];
    await deliver('connection.failed', connection(ID, { errors }));
    const { database } = test;
    const failed = and(eq(events.customerId, ID), eq(events.type, 'connection.failed'));
    const [event] = await database.select().from(events).where(failed);
    // An earlier version stored the reason with the event.
    const data = Object.assign({}, event?.data, { reason: 'not_administrator' });
    await rewriteHistory(database, (transaction) =>
      transaction.update(events).set({ data }).where(failed),
    );
    for (const table of [attempts, journeys, customers])
      await database.update(table).set({ failureReason: 'not_administrator' });

    expect((await rebuild(database)).differing).toEqual([ID]);
    expect(await reasons()).toEqual(['credentials_rejected', 'credentials_rejected']);
    expect((await rebuild(database)).differing).toEqual([]);
  });
});
