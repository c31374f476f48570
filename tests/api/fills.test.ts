import { readdirSync, readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { rebuild } from '../../src/database/folding/rebuild.ts';
import { ingest } from '../../src/database/ingest.ts';
import { customers } from '../../src/database/schema/index.ts';
import type { JourneyEvent } from '../../src/journey/events.ts';
import { A, event } from '../../src/journey/testing/example-events.ts';
import { EMBEDDED, NOW } from '../support/api.ts';

const MIGRATIONS = new URL('../../src/database/migrations/', import.meta.url);

/** A migration that fills in what earlier versions didn’t store. */
const fillOf = (name: string): string => {
  const file = readdirSync(MIGRATIONS).find((one) => one.endsWith(`_${name}.sql`));
  return readFileSync(new URL(file ?? name, MIGRATIONS), 'utf8');
};

const told = (customerId: string, list: JourneyEvent[]) =>
  list.map((one) => ({ ...one, customerId }));

it('an update fills in when customers were invited and connected as folding does', async () => {
  const { database, close } = await EMBEDDED.open('fills');
  await ingest(
    database,
    [
      ...told('opened', [event(1, 'link.opened', {})]),
      ...told('connected', [
        event(1, 'software.selected', A),
        event(2, 'connection.authorized', A),
      ]),
      ...told('lost', [
        event(1, 'connection.authorized', A),
        event(2, 'connection.disconnected', A),
        event(3, 'connection.authorized', A),
      ]),
      ...told('new', [event(1, 'customer.created', { customer: { name: 'New' } })]),
    ],
    NOW,
  );
  const filled = database
    .select({ enteredAt: customers.enteredAt, authorizedAt: customers.authorizedAt })
    .from(customers)
    .orderBy(customers.id);
  const folded = await filled;
  await database.update(customers).set({ enteredAt: null, authorizedAt: null });
  await database.execute(sql.raw(fillOf('fill_customer_moments')));
  expect(await filled).toEqual(folded);
  expect((await rebuild(database)).differing).toEqual([]);
  await close();
});
