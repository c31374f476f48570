import { WAITING_FOR } from '../../src/common/event-types.ts';
import type { Customer } from '../../src/database/schema/index.ts';
import { FAILURE_REASONS } from '../../src/journey/failure-reasons.ts';
import { addHours, type Instant } from '../../src/journey/instant.ts';
import { STAGES } from '../../src/journey/stages.ts';
import { PRIORITIES, STUCK_REASONS } from '../../src/journey/stuck.ts';

/** Test support: filters and sorts customers by a simple loop in memory. */

export type Shown = Customer & { stuck: boolean; waiting: boolean };
export type Name = keyof Shown;
export type Filter = Record<string, unknown>;

const isWaiting = ({ snoozedUntil, waitingFor, waitingUntil }: Customer, now: Instant): boolean =>
  waitingFor
    ? waitingUntil === null || waitingUntil > now
    : snoozedUntil !== null && snoozedUntil > now;

/** A customer as lists show them at `now`. */
export const shownAt = (customer: Customer, now: Instant): Shown => {
  const waiting = isWaiting(customer, now);
  const stuck = customer.stuckAt !== null && customer.stuckAt <= now && !waiting;
  return { ...customer, stuck, waiting };
};

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
  return (a as string | number) < (b as string | number) ? -1 : 1;
};

/** The names by which lists sort and search software and people, by their ids. */
export type Names = ReadonlyMap<string, string>;

const NAMED: Name[] = ['software', 'assigneeId', 'accountManagerId'];

/** What a field sorts by: names of software and people. Someone unknown has none. */
const sortValue = (names: Names, name: Name, value: unknown): unknown =>
  NAMED.includes(name) && typeof value === 'string' ? (names.get(value) ?? null) : value;

const isValue = (value: unknown): boolean => value !== null && value !== '';

/** As `compare`, in either direction. What has no value comes last in both. */
const compareInOrder = (name: Name, order: string, a: unknown, b: unknown): number => {
  if (!isValue(a) || !isValue(b)) return Number(!isValue(a)) - Number(!isValue(b));
  return order === 'ASC' ? compare(name, a, b) : compare(name, b, a);
};

const plain = (text: string): string => text.toLowerCase().replaceAll('é', 'e');

/** Whether each word is in one of the customer’s texts. */
const found = (
  names: Names,
  { name, contactEmail, id, software }: Shown,
  search: string,
): boolean => {
  const parts = [name, contactEmail, id, names.get(software ?? '')];
  return plain(search)
    .split(' ')
    .every((word) => parts.some((part) => part && plain(part).includes(word)));
};

const matches = (names: Names, customer: Shown, key: string, value: unknown): boolean => {
  if (key === 'q') return found(names, customer, value as string);
  const [name = '', operator] = key.split('_') as [Name, string?];
  const own = customer[name as Name];
  const values = Array.isArray(value) ? value : [value];
  if (operator === undefined) return values.includes(own);
  if (operator === 'neq') return !values.includes(own);
  const difference = compare(name as Name, own, value);
  const holds = { gte: difference >= 0, gt: difference > 0, lte: difference <= 0 }[operator];
  return own !== null && (holds ?? difference < 0);
};

/** Which of the customers with the same priority comes first: those at their desks, then who has been stuck longest. */
const urgency = ({ priority, lastSignalAt, stuckAt }: Shown, now: Instant): number | null => {
  const isAtTheDesk = priority === 'high' && lastSignalAt && lastSignalAt > addHours(now, -24);
  if (isAtTheDesk) return -Date.parse(lastSignalAt);
  return stuckAt === null ? null : Date.parse(stuckAt);
};

/** The customers that a list finds at `now`, in its order. */
export const slowList = (
  customers: readonly Shown[],
  { names, now }: { names: Names; now: Instant },
  filter: Filter,
  [field, order]: [Name, string],
): Shown[] => {
  const difference = (a: Shown, b: Shown): number =>
    compareInOrder(
      field,
      order,
      sortValue(names, field, a[field]),
      sortValue(names, field, b[field]),
    ) ||
    (field === 'priority'
      ? compareInOrder('stuckAt', order, urgency(a, now), urgency(b, now))
      : 0) ||
    compareInOrder('id', order, a.id, b.id);
  return customers
    .filter((customer) =>
      Object.entries(filter).every(([key, value]) => matches(names, customer, key, value)),
    )
    .sort(difference);
};
