import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WAITING_FOR } from '../../src/common/event-types.ts';
import { type Customer, customers } from '../../src/database/schema/index.ts';
import { SOFTWARE } from '../../src/journey/content/software.ts';
import { FAILURE_REASONS } from '../../src/journey/failure-reasons.ts';
import { addHours } from '../../src/journey/instant.ts';
import { STAGES } from '../../src/journey/stages.ts';
import { PRIORITIES, STUCK_REASONS } from '../../src/journey/stuck.ts';
import { DRIVERS, NOW, openOn, type TestApi } from '../support/api.ts';
import { type Filter, type Name, type Shown, shownAt, slowList } from '../support/slow-lists.ts';
import { customerRow } from './customer-rows.ts';

const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);
const moment = fc.integer({ min: -2, max: 2 }).map((hours) => addHours(NOW, hours));
const text = fc.string({
  unit: oneOf('a', 'A', 'b', 'e', 'é', 'É', '2', '10', ' ', '%', '_', '\\'),
  minLength: 1,
});

/** Few values per field, so that many customers share them. */
const VALUES = {
  name: text,
  contactEmail: fc.option(fc.oneof(text, fc.constant(''))),
  software: fc.option(oneOf('gbol', 'akxx', 'pqsw')),
  assigneeId: fc.option(oneOf('agent-1', 'agent-2')),
  accountManagerId: fc.option(oneOf('manager-1', 'manager-2')),
  snoozedUntil: fc.option(moment),
  waitingFor: fc.option(oneOf(...WAITING_FOR)),
  waitingUntil: fc.option(moment),
  createdAt: moment,
  enteredAt: fc.option(moment),
  authorizedAt: fc.option(moment),
  stage: oneOf(...STAGES),
  connected: fc.boolean(),
  failedAttempts: fc.nat(4),
  failureReason: fc.option(oneOf(...FAILURE_REASONS)),
  stuckReason: fc.option(oneOf(...STUCK_REASONS)),
  stuckAt: fc.option(moment),
  priority: fc.option(oneOf(...PRIORITIES)),
} satisfies { [K in keyof Customer]?: fc.Arbitrary<Customer[K]> };

const FIELDS = { ...VALUES, stuck: fc.boolean(), waiting: fc.boolean() };
const NAMES = Object.keys(FIELDS) as (keyof typeof FIELDS)[];

const ROWS = fc
  .sample(fc.array(fc.record(VALUES), { minLength: 60, maxLength: 60 }), { seed: 7, numRuns: 1 })
  .flat()
  .map((fields, index) => customerRow({ id: `c${String(index).padStart(2, '0')}`, ...fields }));

const SHOWN = ROWS.map((row) => shownAt(row, NOW));
const SOFTWARE_NAMES = new Map(SOFTWARE.map(({ key, name }) => [key, name]));

const condition = oneOf(...NAMES).chain((name): fc.Arbitrary<[string, unknown]> => {
  const value: fc.Arbitrary<unknown> = FIELDS[name];
  const either = fc.oneof(value, fc.array(fc.option(value), { maxLength: 3 }));
  const present = value.filter((one) => one !== null);
  return fc.oneof(
    fc.tuple(oneOf<string>(name, `${name}_neq`), either),
    fc.tuple(oneOf(...['gte', 'gt', 'lte', 'lt'].map((suffix) => `${name}_${suffix}`)), present),
  );
});
const search = fc.tuple(fc.constant('q'), text);
const filters = fc
  .array(fc.oneof({ arbitrary: condition, weight: 9 }, { arbitrary: search, weight: 1 }), {
    maxLength: 3,
  })
  .map((pairs): Filter => Object.fromEntries(pairs));
const sorts = fc.tuple(oneOf<Name>('id', ...NAMES), oneOf('ASC', 'DESC'));
const ranges = fc.tuple(fc.nat(70), fc.nat(20)).map(([first, more]) => [first, first + more]);

describe.each(DRIVERS)('lists of customers on $name', (driver) => {
  let test: TestApi;

  beforeAll(async () => {
    test = await openOn(driver, 'lists_properties');
    await test.database.insert(customers).values(ROWS);
  });
  afterAll(() => test.close());

  it('return what filtering, sorting and paging in memory returns', async () => {
    const sizes: number[] = [];
    const matchesMemory = async (filter: Filter, sort: [Name, string], range: number[]) => {
      const [first = 0, last = 0] = range;
      const all = slowList(SHOWN, { names: SOFTWARE_NAMES, now: NOW }, filter, sort);
      const ids = all.slice(first, last + 1).map(({ id }) => id);
      const response = await test.list('customers', { filter, sort, range });
      expect((await response.json()).map(({ id }: Shown) => id)).toEqual(ids);
      const part = ids.length > 0 ? `${first}-${first + ids.length - 1}` : '*';
      expect(response.headers.get('content-range')).toBe(`customers ${part}/${all.length}`);
      sizes.push(all.length);
    };
    await fc.assert(fc.asyncProperty(filters, sorts, ranges, matchesMemory), { numRuns: 150 });
    // Filters that match some and not all customers make this test meaningful.
    expect(sizes.filter((size) => size > 0 && size < ROWS.length).length).toBeGreaterThan(40);
    expect(test.faults).toEqual([]);
  });
});
