import { and, eq, inArray } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { event, type JourneyEvent } from '../../journey/events.ts';
import type { Instant } from '../../journey/instant.ts';
import { selectRows } from '../bulk.ts';
import type { Transaction } from '../database.ts';
import { type Customer, codatOwners, customers, users } from '../schema/index.ts';

type Owned = Pick<Customer, 'id' | 'ownerIds' | 'ownerManagerId'>;

/** Of several people that a company’s owners stand for, the present one stays; else it is the first. */
const managerOf = (
  { ownerIds, ownerManagerId }: Owned,
  people: ReadonlyMap<string, string>,
): string | null => {
  const known = ownerIds.flatMap((id) => people.get(id) ?? []);
  return known.find((id) => id === ownerManagerId) ?? known[0] ?? null;
};

/** Customers who get another account manager because of their owners in Codat, as events. */
export const followOwners = async (
  transaction: Transaction,
  customerIds: readonly string[],
  recordedAt: Instant,
): Promise<JourneyEvent[]> => {
  const { id, ownerIds, ownerManagerId } = customers;
  const owned: Owned[] = await transaction
    .select({ id, ownerIds, ownerManagerId })
    .from(customers)
    .where(inArray(customers.id, [...customerIds]));
  // People who have left get no more customers.
  const rows = await transaction
    .select({ id: codatOwners.id, personId: users.id })
    .from(codatOwners)
    .innerJoin(users, and(eq(users.id, codatOwners.personId), users.active));
  const people = new Map(rows.map((owner) => [owner.id, owner.personId]));
  return owned.flatMap((customer) => {
    const manager = managerOf(customer, people);
    if (manager === customer.ownerManagerId) return [];
    const signal = { customerId: customer.id, occurredAt: recordedAt, source: 'sync' as const };
    // Version 7 ids increase, so that the later of two changes in one millisecond wins.
    const sourceId = `owner:${uuidv7()}`;
    return [
      event('customer.updated', { ...signal, sourceId }, { customer: { ownerManagerId: manager } }),
    ];
  });
};

const ownersIn = ({ data }: JourneyEvent): string[] | undefined =>
  'customer' in data ? data.customer?.ownerIds : undefined;

/** What follows from the owners that new events name. Remembers the owners, so that someone can choose a colleague for each. */
export const followedOwners = async (
  transaction: Transaction,
  added: readonly JourneyEvent[],
  recordedAt: Instant,
): Promise<JourneyEvent[]> => {
  const naming = added.filter((one) => ownersIn(one) !== undefined);
  if (naming.length === 0) return [];
  const owners = [...new Set(naming.flatMap((one) => ownersIn(one) ?? []))];
  await transaction
    .insert(codatOwners)
    .select(
      selectRows(
        codatOwners,
        owners.map((id) => ({ id })),
      ),
    )
    .onConflictDoNothing();
  const ids = [...new Set(naming.map(({ customerId }) => customerId))];
  return followOwners(transaction, ids, recordedAt);
};
