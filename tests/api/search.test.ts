import { sql } from 'drizzle-orm';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { CLASSES, foldText, SPELLINGS } from '../../src/common/fold-text.ts';
import { openPostgres } from '../../src/database/connect.ts';
import { customers, emails } from '../../src/database/schema/index.ts';
import { folded } from '../../src/database/search/folded.ts';
import { fillSearchTexts, NoSearchIndex } from '../../src/database/search/search-texts.ts';
import { searchTextOf } from '../../src/journey/search/search.ts';
import { DRIVERS, NOW, openOn, openTestApi, type TestApi } from '../support/api.ts';
import { createDatabase } from '../support/postgres.ts';
import { customerRow } from './customer-rows.ts';

const ROWS = [
  customerRow({
    id: '7d1f4c52-3f1b-4e0e-9a57-5a3a4c1f6f0e',
    name: 'Müller & O’Brien Co\u2011op',
    contactName: 'Zoe\u0308 Ålund',
    contactEmail: 'zoe.alund@wool.se',
    contactPhone: '+44 (0)20 7946-0018',
  }),
  customerRow({
    id: 'istanbul',
    name: 'IŞIK “Đại” Straße %_\\ Łódź',
    contacts: {
      it: { name: 'Æsa Þórðardóttir', email: 'it@isik.example', phone: '0212 555 1234' },
    },
    software: 'gbol',
  }),
  customerRow({ id: 'other', name: 'Quiet Ltd' }),
];
const [MULLER = '', ISTANBUL = ''] = ROWS.map(({ id }) => id);

const QUERIES: [q: string, ids: string[]][] = [
  ['muller obrien', [MULLER]],
  ["O'BRIEN Mu\u0308ller", [MULLER]],
  ['müller and o‘brien', [MULLER]],
  ['alund zoë muller', [MULLER]],
  ['coop', [MULLER]],
  ['co—op', [MULLER]],
  ['@wool.se', [MULLER]],
  ['3f1b-4e0e', [MULLER]],
  ['020 7946 0018', [MULLER]],
  ['00442079460018', [MULLER]],
  ['+44 (0)20 79460018 zoe', [MULLER]],
  ['ışık', [ISTANBUL]],
  ['isik strasse', [ISTANBUL]],
  ['dai lodz', [ISTANBUL]],
  ['aesa thordardottir', [ISTANBUL]],
  ['+90 212 555 12 34', [ISTANBUL]],
  ['%_\\', [ISTANBUL]],
  ['xero strasse', [ISTANBUL]],
  ['muller isik', []],
  ['020 7946 0019', []],
];

const GAPS = new RegExp(`[${CLASSES.gaps}]+`, 'gu');

/** Each character that is folded in a special way, and many others. ICU’s versions differ in rare alphabets after those. */
const CHARACTERS = Array.from({ length: 0x1c80 }, (_, code) => String.fromCodePoint(code))
  .concat([...'ẞﬁﬀǅＡ１²…½™Å\u2212\u2011\u20ac\u{1f600}'])
  .filter((one) => !/[\p{Cc}\p{Cn}\p{Script=Georgian}]/u.test(one) && !one.match(GAPS));

describe.each(DRIVERS)('a search on $name', (driver) => {
  let test: TestApi;

  beforeAll(async () => {
    test = await openOn(driver, 'search');
    await test.database.insert(customers).values(ROWS);
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  const found = async (resource: string, q: string): Promise<string[]> => {
    const rows: { id: string }[] = await (await test.list(resource, { filter: { q } })).json();
    return rows.map(({ id }) => id);
  };

  it.each(QUERIES)('for %j finds customers however they are written', async (q, ids) => {
    expect(await found('customers', q)).toEqual(ids);
  });

  it('never shows the text that it reads, and refuses to filter or sort by it', async () => {
    const [row] = await (await test.list('customers')).json();
    expect(row).not.toHaveProperty('searchText');
    for (const query of [{ filter: { searchText: 'a' } }, { sort: ['searchText', 'ASC'] }])
      expect((await test.list('customers', query)).status).toBe(400);
  });

  it('folds texts as elsewhere where they aren’t stored folded', async () => {
    const texts = [...CHARACTERS, ...Object.keys(SPELLINGS)].map((one) => `a${one}É ${one}`);
    const rows = await test.database
      .select({ text: sql<string>`one`, folded: sql<string>`${folded(sql`one`)}` })
      .from(sql`unnest(${sql.param(texts)}::text[]) as one`);
    expect(rows).toHaveLength(texts.length);
    const words = (text: string) => text.replace(GAPS, ' ').trim();
    expect(rows.filter(({ text, folded }) => words(folded) !== foldText(text))).toEqual([]);
  });

  it('finds people, software and emails by their words in any order', async () => {
    await test.database.insert(emails).values({
      ...{ id: crypto.randomUUID(), customerId: MULLER, journeyId: `${MULLER}:0`, createdAt: NOW },
      ...{ template: 'link', state: 'kept', toName: 'Bo Šimek', toEmail: 'bo@acme.example' },
      ...{ createdById: '', replyTo: '', subject: 'Connect', html: '', text: '' },
    });
    expect(await found('emails', "simek o'brien MÜLLER")).toHaveLength(1);
    expect(await found('emails', 'muller simone')).toHaveLength(0);
    const [user] = await test.json('/api/users');
    const words: string = user.name.toUpperCase().split(' ').toReversed().join('  ');
    expect(await found('users', words)).toEqual([user.id]);
    expect(await found('software', 'online quickbooks')).toEqual(['qhyg']);
  });

  it('finds customers whose rows were stored without a text for it', async () => {
    await test.database.update(customers).set({ searchText: '' });
    expect(await found('customers', 'muller')).toEqual([]);
    await fillSearchTexts(test.database);
    expect(await found('customers', 'muller')).toEqual([MULLER]);
    const stored = await test.database.select().from(customers);
    expect(stored.map(({ searchText }) => searchText)).toEqual(stored.map(searchTextOf));
  });
});

it('a search on a PostgreSQL without the extension for its index reads all customers', async () => {
  const url = await createDatabase(inject('postgresUrl'), 'search_without_index');
  const admin = new Client({ connectionString: url });
  await admin.connect();
  // Stands in the way of the extension’s own.
  await admin.query(`create function set_limit(real) returns real language sql as 'select $1'`);
  await admin.end();
  const errors: Error[] = [];
  const test = await openTestApi(await openPostgres(url, (error) => errors.push(error)));
  expect(errors).toEqual([expect.any(NoSearchIndex)]);
  await test.database.insert(customers).values(ROWS);
  const found = await test.list('customers', { filter: { q: 'muller' } });
  expect(await found.json()).toHaveLength(1);
  await test.close();
});

it('a search on PostgreSQL reads an index', async () => {
  const url = await createDatabase(inject('postgresUrl'), 'search_with_index');
  const { database, close } = await openPostgres(url, () => {});
  const rows = Array.from({ length: 300 }, (_, index) =>
    customerRow({ id: `c${index}`, name: `Company ${index * 7919}` }),
  );
  await database.insert(customers).values(rows);
  await database.execute(sql`analyze ${customers}`);
  const plan = await database.transaction(async (transaction) => {
    await transaction.execute(sql`set local enable_seqscan = off`);
    return transaction.execute(
      sql`explain (format json) select from ${customers} where ${customers.searchText} like '%company 7919%'`,
    );
  });
  expect(JSON.stringify(plan)).toContain('customers_by_search_text');
  await close();
});
