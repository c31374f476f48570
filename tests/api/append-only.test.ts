import { sql } from 'drizzle-orm';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { EXPIRING } from '../../src/common/activity.ts';
import { logActivity } from '../../src/database/activity.ts';
import { openPostgres } from '../../src/database/connect.ts';
import type { Connection, Database, Transaction } from '../../src/database/database.ts';
import { ingest } from '../../src/database/ingest.ts';
import { activity, events } from '../../src/database/schema/index.ts';
import { event } from '../../src/journey/events.ts';
import { DRIVERS, NOW } from '../support/api.ts';
import { createDatabase } from '../support/postgres.ts';

const LOGS = [
  { name: 'activity', log: activity, key: sql`id` },
  { name: 'events', log: events, key: sql`id, customer_id` },
] as const;

/** The setting that opens a customer’s entries to their erasure, until the transaction ends. */
const erase = (
  database: Database,
  customerId: string,
  work: (t: Transaction) => Promise<unknown>,
) =>
  database.transaction(async (transaction) => {
    await transaction.execute(sql`select set_config('unstuck.erasing', ${customerId}, true)`);
    await work(transaction);
  });

const fill = async (database: Database) => {
  for (const customerId of ['acme', 'bolt']) {
    const key = { customerId, occurredAt: NOW, source: 'sync' as const, sourceId: customerId };
    await ingest(
      database,
      [event('customer.created', key, { customer: { name: customerId } })],
      NOW,
    );
    const parts = { resource: 'customers', action: 'edit', recordId: customerId } as const;
    const values = { details: { contactName: 'Ada' }, before: { contactName: 'Bo' } };
    const person = { kind: 'person', id: 'mira', at: NOW } as const;
    await logActivity(database, person, [{ ...parts, ...values, customerId }]);
  }
};

describe.each(DRIVERS)('append-only logs on $name', (driver) => {
  let connection: Connection;
  let database: Database;
  const contents = async () =>
    JSON.stringify([await database.select().from(events), await database.select().from(activity)]);

  beforeAll(async () => {
    connection = await driver.open('append_only');
    database = connection.database;
    await fill(database);
  });
  afterAll(() => connection.close());

  describe.each(LOGS)('$name', ({ name, log, key }) => {
    it.each([
      ['an update', sql`update ${log} set customer_id = 'other'`],
      ['an update that changes nothing', sql`update ${log} set customer_id = customer_id`],
      ['a deletion', sql`delete from ${log}`],
      ['a deletion of one row', sql`delete from ${log} where customer_id = 'acme'`],
      [
        'an upsert',
        sql`insert into ${log} select * from ${log} on conflict (${key}) do update set customer_id = 'other'`,
      ],
      ['a merge', sql`merge into ${log} using (select 1) one on true when matched then delete`],
    ])('rejects %s', async (_, statement) => {
      const before = await contents();
      const cause = { message: `${name} is only ever added to` };
      await expect(database.execute(statement)).rejects.toMatchObject({ cause });
      expect(await contents()).toBe(before);
    });

    it.each([
      sql`truncate ${log}`,
      sql`truncate ${log} restart identity`,
      sql`truncate activity, events`,
    ])('rejects being truncated, statement %#', async (statement) => {
      const before = await contents();
      const cause = { message: expect.stringContaining('cannot truncate a table referenced') };
      await expect(database.execute(statement)).rejects.toMatchObject({ cause });
      expect(await contents()).toBe(before);
    });

    it('has no trigger for whole statements, which parts of PostgreSQL’s family lack', async () => {
      const { rows } = Object(
        await database.execute(
          sql`select tgname from pg_trigger where tgrelid = ${name}::regclass and tgtype & 1 = 0`,
        ),
      );
      expect(rows).toEqual([]);
    });
  });

  it('let an erasure replace the personal data of its customer, and of no other', async () => {
    const others = () => database.select().from(activity).where(sql`customer_id = 'bolt'`);
    const before = await others();
    await erase(database, 'acme', async (transaction) => {
      await transaction.execute(sql`update events set data = '{}' where customer_id = 'acme'`);
      const blank = sql`update activity set details = '{}', before = null where customer_id = 'acme'`;
      await transaction.execute(blank);
    });
    expect(await database.select().from(activity).where(sql`customer_id = 'acme'`)).toMatchObject([
      { details: {}, before: null, actorId: 'mira' },
    ]);
    expect(await others()).toEqual(before);
    for (const statement of [
      sql`update events set data = '{}' where customer_id = 'bolt'`,
      sql`update activity set actor_id = 'someone else' where customer_id = 'acme'`,
      sql`update events set occurred_at = now() where customer_id = 'acme'`,
      sql`delete from events where customer_id = 'acme'`,
      sql`delete from activity where customer_id = 'acme'`,
    ]) {
      const erasing = erase(database, 'acme', (transaction) => transaction.execute(statement));
      await expect(erasing).rejects.toThrow();
    }
  });

  it('close again after an erasure', async () => {
    await erase(database, 'acme', async () => {});
    const statement = sql`update events set data = '{}' where customer_id = 'acme'`;
    await expect(database.execute(statement)).rejects.toThrow();
  });

  it.each(EXPIRING)(
    'let an entry about %s expire after twelve months, and not before',
    async (action) => {
      const stored = (age: string) =>
        database.execute(
          sql`insert into activity (id, at, action, resource, record_id, details) values (gen_random_uuid(), now() - ${age}::interval, ${action}, 'customers', ${age}, '{}')`,
        );
      const expire = (age: string) =>
        database.execute(sql`delete from activity where record_id = ${age} and action = ${action}`);
      await stored('13 months');
      await stored('11 months');
      await expire('13 months');
      expect(await database.$count(activity, sql`record_id = '13 months'`)).toBe(0);
      await expect(expire('11 months')).rejects.toThrow();
    },
  );

  it('keep what changed something for good', async () => {
    await database.execute(
      sql`insert into activity (id, at, action, resource, record_id, details) values (gen_random_uuid(), now() - interval '9 years', 'edit', 'users', 'old', '{}')`,
    );
    const deletion = database.execute(sql`delete from activity where record_id = 'old'`);
    await expect(deletion).rejects.toThrow();
  });
});

describe('append-only logs on PostgreSQL, for a role that is no superuser', () => {
  it.each(['activity', 'events', 'activity, events, append_only'])(
    'reject being truncated with CASCADE: %s',
    async (tables) => {
      const url = new URL(await createDatabase(inject('postgresUrl'), 'append_only_owner'));
      const admin = new Client({ connectionString: url.href });
      await admin.connect();
      await admin.query(`drop role if exists append_only_owner`);
      await admin.query(`create role append_only_owner login password 'owner'`);
      await admin.query(`alter database append_only_owner owner to append_only_owner`);
      url.username = 'append_only_owner';
      url.password = 'owner';
      const connection = await openPostgres(url.href, () => {});
      try {
        const { database } = connection;
        await fill(database);
        const cause = { message: expect.stringContaining('permission denied') };
        const truncation = database.execute(sql.raw(`truncate ${tables} cascade`));
        await expect(truncation).rejects.toMatchObject({ cause });
        expect(await database.$count(events)).toBe(2);
        expect(await database.$count(activity)).toBe(2);
      } finally {
        await connection.close();
        await admin.query('alter database append_only_owner owner to postgres');
        await admin.query('drop owned by append_only_owner cascade');
        await admin.query('drop role append_only_owner');
        await admin.end();
      }
    },
  );
});
