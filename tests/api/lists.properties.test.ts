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
import { customerRow } from './customer-rows.ts';

type Shown = Customer & { stuck: boolean; waiting: boolean };
type Name = keyof Shown;
type Filter = Record<string, unknown>;

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

const isWaiting = ({ snoozedUntil, waitingFor, waitingUntil }: Customer): boolean =>
  waitingFor
    ? waitingUntil === null || waitingUntil > NOW
    : snoozedUntil !== null && snoozedUntil > NOW;
const isStuck = (customer: Customer): boolean =>
  customer.stuckAt !== null && customer.stuckAt <= NOW && !isWaiting(customer);
const SHOWN: Shown[] = ROWS.map((row) => ({
  ...{ ...row, stuck: isStuck(row), waiting: isWaiting(row) },
}));

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

const ORDERS: { [K in Name]?: readonly unknown[] } = {
  stage: STAGES,
  priority: PRIORITIES,
  stuckReason: STUCK_REASONS,
  failureReason: FAILURE_REASONS,
  waitingFor: WAITING_FOR,
};

const dictionary = new Intl.Collator('en', { numeric: true });
const ALPHABETICAL: Name[] = ['name', 'contactEmail', 'software', 'assigneeId', 'accountManagerId'];

/** Less than 0 when the first comes before the second. */
const compare = (name: Name, a: unknown, b: unknown): number => {
  if (a === b) return 0;
  const order = ORDERS[name];
  if (order) return order.indexOf(a) - order.indexOf(b);
  if (ALPHABETICAL.includes(name)) return dictionary.compare(a as string, b as string);
  return (a as string) < (b as string) ? -1 : 1;
};

const SOFTWARE_NAMES = new Map(SOFTWARE.map(({ key, name }) => [key, name]));

/** What a field sorts by: the names of software and people. No one has the ids of these people. */
const sortValue = (name: Name, value: unknown): unknown => {
  if (name === 'assigneeId' || name === 'accountManagerId') return null;
  return name === 'software' && typeof value === 'string' ? SOFTWARE_NAMES.get(value) : value;
};

const isValue = (value: unknown): boolean => value !== null && value !== '';

/** As `compare`, in either direction. What has no value comes last in both. */
const compareInOrder = (name: Name, order: string, a: unknown, b: unknown): number => {
  if (!isValue(a) || !isValue(b)) return Number(!isValue(a)) - Number(!isValue(b));
  return order === 'ASC' ? compare(name, a, b) : compare(name, b, a);
};

const plain = (text: string): string => text.toLowerCase().replaceAll('é', 'e');

/** Whether each word is in one of the customer’s texts. */
const found = ({ name, contactEmail, id, software }: Shown, search: string): boolean => {
  const parts = [name, contactEmail, id, SOFTWARE_NAMES.get(software ?? '')];
  return plain(search)
    .split(' ')
    .every((word) => parts.some((part) => part && plain(part).includes(word)));
};

const matches = (customer: Shown, key: string, value: unknown): boolean => {
  if (key === 'q') return found(customer, value as string);
  const [name = '', operator] = key.split('_') as [Name, string?];
  const own = customer[name as Name];
  const values = Array.isArray(value) ? value : [value];
  if (operator === undefined) return values.includes(own);
  if (operator === 'neq') return !values.includes(own);
  const difference = compare(name as Name, own, value);
  const holds = { gte: difference >= 0, gt: difference > 0, lte: difference <= 0 }[operator];
  return own !== null && (holds ?? difference < 0);
};

const expected = (filter: Filter, [field, order]: [Name, string]): string[] => {
  const ties: Name[] = field === 'priority' ? ['stuckAt', 'id'] : ['id'];
  const difference = (a: Shown, b: Shown): number =>
    [field, ...ties]
      .map((name) =>
        compareInOrder(name, order, sortValue(name, a[name]), sortValue(name, b[name])),
      )
      .find((one) => one !== 0) ?? 0;
  return SHOWN.filter((customer) =>
    Object.entries(filter).every(([key, value]) => matches(customer, key, value)),
  )
    .sort(difference)
    .map(({ id }) => id);
};

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
      const all = expected(filter, sort);
      const ids = all.slice(first, last + 1);
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
