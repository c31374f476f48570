import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RESOURCES } from '../../src/common/permissions.ts';
import { type Customer, customers } from '../../src/database/schema/index.ts';
import { addHours } from '../../src/journey/instant.ts';
import { DRIVERS, NOW, openOn, type TestApi } from '../support/api.ts';
import { customerRow } from './customer-rows.ts';
import { INVALID_QUERIES } from './invalid-queries.ts';

const PAST = addHours(NOW, -5);
const SOON = addHours(NOW, 5);

/** One customer per property that filters distinguish. Its id says which. */
const ROWS = [
  customerRow({
    id: 'stuck',
    name: '100% Wool_Ltd',
    contactName: 'Zoë Ålund',
    contactEmail: 'zoe@wool.se',
    stage: 'initiated',
    software: 'gbol',
    failedAttempts: 3,
    assigneeId: 'agent-1',
    stuckReason: 'repeated_failures',
    stuckAt: PAST,
    priority: 'high',
  }),
  customerRow({
    id: 'stuck-this-moment',
    stage: 'selected',
    software: 'akxx',
    accountManagerId: 'm-1',
    stuckReason: 'not_initiated',
    stuckAt: NOW,
    priority: 'medium',
  }),
  customerRow({
    id: 'stuck-soon',
    stage: 'invited',
    lastSentAt: PAST,
    stuckReason: 'link_unopened',
    stuckAt: SOON,
    priority: 'low',
  }),
  customerRow({
    id: 'snoozed',
    stage: 'opened',
    snoozedUntil: SOON,
    stuckReason: 'no_software_selected',
    stuckAt: PAST,
    priority: 'medium',
  }),
  customerRow({
    id: 'woken',
    stage: 'created',
    snoozedUntil: PAST,
    contactName: 'Wool & Sons\\',
    stuckReason: 'not_invited',
    stuckAt: PAST,
    priority: 'low',
  }),
  customerRow({ id: 'streaming', stage: 'streaming', connected: true, software: 'gbol' }),
  customerRow({ id: 'deleted', deletedAt: PAST, stage: 'completed', connected: true }),
];
const VISIBLE = ROWS.filter(({ deletedAt }) => !deletedAt).map(({ id }) => id);

const FILTERS: [filter: object, ids: string[]][] = [
  [{}, VISIBLE],
  [{ stuck: true }, ['stuck', 'stuck-this-moment', 'woken']],
  [{ stuck: false }, ['snoozed', 'streaming', 'stuck-soon']],
  [{ standing: 'snoozed' }, ['snoozed']],
  [{ standing: 'moving' }, ['streaming', 'stuck-soon']],
  [{ stuckReason: 'not_invited' }, ['woken']],
  [{ stuckReason: ['not_invited', 'link_unopened'] }, ['stuck-soon', 'woken']],
  [{ priority: 'medium', stuck: true }, ['stuck-this-moment']],
  [{ priority: null }, ['streaming']],
  [{ priority_lt: 'low' }, ['snoozed', 'stuck', 'stuck-this-moment']],
  [{ stage: ['created', 'opened'] }, ['snoozed', 'woken']],
  [{ stage_gte: 'selected' }, ['streaming', 'stuck', 'stuck-this-moment']],
  [{ stage_gt: 'initiated' }, ['streaming']],
  [{ software: 'gbol' }, ['streaming', 'stuck']],
  [{ software: ['akxx', null] }, ['snoozed', 'stuck-soon', 'stuck-this-moment', 'woken']],
  [{ software: [] }, []],
  [{ software_neq: 'gbol' }, ['snoozed', 'stuck-soon', 'stuck-this-moment', 'woken']],
  [{ software_neq: null }, ['streaming', 'stuck', 'stuck-this-moment']],
  [{ software_neq: ['gbol', null] }, ['stuck-this-moment']],
  [{ connected: true }, ['streaming']],
  [{ connected: false, software_neq: null }, ['stuck', 'stuck-this-moment']],
  [{ failedAttempts_gte: 3 }, ['stuck']],
  [{ accountManagerId: 'm-1' }, ['stuck-this-moment']],
  [{ assigneeId: 'agent-1' }, ['stuck']],
  [{ stuckAt_lte: NOW, stuckAt_gt: PAST }, ['stuck-this-moment']],
  [{ lastSentAt_lt: '2026-03-10T12:00:00+02:00' }, ['stuck-soon']],
  [{ id: ['deleted', 'woken'] }, ['deleted', 'woken']],
  [{ deletedAt_neq: null }, ['deleted']],
  [{ tags: {}, id: 'woken' }, ['woken']],
  [{ q: 'zoë' }, ['stuck']],
  [{ q: 'ÅLUND' }, ['stuck']],
  [{ q: 'WOOL.SE' }, ['stuck']],
  [{ q: ' wool ' }, ['stuck', 'woken']],
  // Dashes are spaces.
  [{ q: 'stuck-' }, ['stuck', 'stuck-soon', 'stuck-this-moment']],
  [{ q: 'moment-stuck' }, ['stuck-this-moment']],
  [{ q: 'alund WOOL' }, ['stuck']],
  [{ q: '%' }, ['stuck']],
  [{ q: '_' }, ['stuck']],
  [{ q: '0%w' }, []],
  [{ q: '\\' }, ['woken']],
  [{ q: "' or true --" }, []],
];

const idsOf = async (response: Response): Promise<string[]> =>
  (await response.json()).map(({ id }: Customer) => id);

describe.each(DRIVERS)('lists on $name', (driver) => {
  let test: TestApi;

  beforeAll(async () => {
    test = await openOn(driver, 'lists');
    await test.database.insert(customers).values(ROWS);
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  it('of every resource can be asked about each field of a record', async () => {
    const failed: string[] = [];
    for (const resource of RESOURCES) {
      const response = await test.list(resource, { range: [0, 0] });
      const [row]: object[] = response.ok ? [await response.json()].flat() : [];
      for (const [field, value] of Object.entries(row ?? {})) {
        const filter = { [field]: value, [`${field}_neq`]: value };
        const { status } = await test.list(resource, { filter, sort: [field, 'DESC'] });
        if (status >= 500) failed.push(`${resource} ${field}`);
      }
    }
    expect(failed).toEqual([]);
  });

  it.each(FILTERS)('the filter %j returns only matching customers', async (filter, ids) => {
    const response = await test.list('customers', { filter, sort: ['id', 'ASC'] });
    expect(response.status).toBe(200);
    expect(await idsOf(response)).toEqual([...ids].sort());
  });

  it.each(INVALID_QUERIES)('%s is rejected, naming %s', async (path, parameter, message) => {
    const response = await test.request(path);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const problem = await response.json();
    expect(problem).toMatchObject({ type: 'about:blank', title: 'Bad Request', status: 400 });
    expect(problem.message).toBe(problem.detail);
    expect(problem.message).toContain(parameter);
    expect(Object.keys(problem.errors)).toEqual([parameter]);
    expect(problem.errors[parameter]).toContain(message);
    expect(JSON.stringify(problem)).not.toMatch(/select "|Error:|node_modules|\.ts:/);
  });

  it.each([
    ['customers', { range: [0, 3] }, 'customers 0-3/6'],
    ['customers', { range: [4, 9] }, 'customers 4-5/6'],
    ['customers', { range: [6, 9] }, 'customers */6'],
    ['customers', { range: [2 ** 52, 2 ** 52 + 9] }, 'customers */6'],
    ['customers', { filter: { id: ['woken', 'deleted', 'nobody'] } }, 'customers 0-1/2'],
    ['customers', { filter: { name: 'nobody' } }, 'customers */0'],
    ['notes', {}, 'notes */0'],
    ['software', { range: [0, 0], filter: { id: 'gbol' } }, 'software 0-0/1'],
    ['users', { filter: { createdAt_gte: '2020-01-01T00:00:00Z' } }, 'users 0-2/3'],
    ['users', { filter: { createdAt_lt: '2020-01-01T00:00:00Z' } }, 'users */0'],
  ])('Content-Range of %s %j is %s', async (resource, query, contentRange) => {
    const response = await test.list(resource, query);
    expect(response.headers.get('content-range')).toBe(contentRange);
    const [, first, last] = /(\d+)-(\d+)/.exec(contentRange) ?? [];
    const length = first ? Number(last) - Number(first) + 1 : 0;
    expect(await response.json()).toHaveLength(length);
  });

  it('return 25 rows without a range, and all rows requested by id', async () => {
    const rows = Array.from({ length: 60 }, (_, number) => customerRow({ id: `many-${number}` }));
    await test.database.insert(customers).values(rows);
    expect(await idsOf(await test.list('customers'))).toHaveLength(25);
    const ids = rows.map(({ id }) => id);
    const byId = await test.list('customers', { filter: { id: ids } });
    expect((await idsOf(byId)).sort()).toEqual([...ids].sort());
  });

  it.each(['stage', 'connected', 'software', 'priority', 'stuck'])(
    'pages sorted by %s neither repeat nor miss a row when many are equal',
    async (field) => {
      for (const order of ['ASC', 'DESC']) {
        const pages: string[][] = [];
        for (let first = 0; first < 66; first += 7) {
          const query = { sort: [field, order], range: [first, first + 6] };
          pages.push(await idsOf(await test.list('customers', query)));
        }
        expect(pages.flat()).toHaveLength(66);
        expect(new Set(pages.flat()).size).toBe(66);
      }
    },
  );

  it('pages sorted by a name are the same where customers are on several machines', async () => {
    const spread = await openOn(driver, 'lists_spread', { distributed: true });
    await spread.database.insert(customers).values(ROWS);
    for (const order of ['ASC', 'DESC'])
      for (const range of [
        [0, 2],
        [3, 5],
      ]) {
        const query = {
          sort: ['software', order],
          range,
          filter: { id: ROWS.map(({ id }) => id) },
        };
        const ids = await idsOf(await spread.list('customers', query));
        expect(ids).toHaveLength(3);
        expect(ids).toEqual(await idsOf(await test.list('customers', query)));
      }
    await spread.close();
  });

  it('sort names as in a dictionary, and filters that compare names agree with that order', async () => {
    const names = [
      '“Quay” Ltd',
      '9 Lives',
      'Ångström',
      'apple',
      'Apple',
      'Éclair',
      'Élan',
      'Shop 2',
      'Shop 10',
      'Zebra',
    ];
    const rows = names.map((name, index) => customerRow({ id: `name-${9 - index}`, name }));
    await test.database.insert(customers).values(rows);
    const id = rows.map((row) => row.id);
    const named = async (filter: object, order: string) => {
      const response = await test.list('customers', { filter, sort: ['name', order] });
      return (await response.json()).map(({ name }: Customer) => name);
    };
    expect(await named({ id }, 'ASC')).toEqual(names);
    expect(await named({ id }, 'DESC')).toEqual(names.toReversed());
    expect(await named({ id, name_gt: 'Apple' }, 'ASC')).toEqual(names.slice(5));
    expect(await named({ id, name_lte: 'apple' }, 'ASC')).toEqual(names.slice(0, 4));
  });

  it.each(['accountManagerId', 'assigneeId'])(
    'sort %s by the person’s name, and former users and nobody last in both directions',
    async (field) => {
      const people = (['admin', 'agent', 'manager'] as const).map(test.personId);
      const rows = [null, 'someone-gone', ...people.toReversed()].map((person, index) =>
        customerRow({ id: `${field}-${index}`, [field]: person }),
      );
      await test.database.insert(customers).values(rows);
      const shown = async (order: string): Promise<(string | null)[]> => {
        const filter = { id: rows.map(({ id }) => id) };
        const response = await test.list('customers', { filter, sort: [field, order] });
        return (await response.json()).map((row: Record<string, string | null>) => row[field]);
      };
      expect(await shown('ASC')).toEqual([...people, null, 'someone-gone']);
      expect(await shown('DESC')).toEqual([...people.toReversed(), 'someone-gone', null]);
    },
  );

  it('sort software by its name, not by its id', async () => {
    const software = ['gbol', 'akxx', 'trji', 'rvam', 'pqsw'];
    const rows = software.map((id) => customerRow({ id: `with-${id}`, software: id }));
    await test.database.insert(customers).values(rows);
    const all: { id: string; name: string }[] = await test.json('/api/software?range=[0,99]');
    const nameOf = (customer: Customer) => all.find(({ id }) => id === customer.software)?.name;
    const filter = { id: rows.map(({ id }) => id) };
    const response = await test.list('customers', { filter, sort: ['software', 'ASC'] });
    const names = (await response.json()).map(nameOf);
    expect(names).toEqual(names.toSorted());
  });

  it.each(['stuckAt', 'lastActivityAt', 'contactName', 'enteredAt', 'priority'])(
    'sort customers without %s last in both directions',
    async (field) => {
      for (const order of ['ASC', 'DESC']) {
        const response = await test.list('customers', { sort: [field, order], range: [0, 199] });
        const values: unknown[] = (await response.json()).map(
          (row: Record<string, unknown>) => row[field],
        );
        const present = values.filter((value) => value !== null);
        expect(values.slice(0, present.length)).toEqual(present);
      }
    },
  );

  it('sort by priority, then by how long customers are stuck', async () => {
    const filter = { priority_neq: null };
    const response = await test.list('customers', { filter, sort: ['priority', 'ASC'] });
    const order = ['stuck', 'snoozed', 'stuck-this-moment', 'woken', 'stuck-soon'];
    expect(await idsOf(response)).toEqual(order);
  });
});
