import { and, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import type { OtherContacts } from '../../journey/contacts.ts';
import { event, type JourneyEvent } from '../../journey/events.ts';
import type { Instant } from '../../journey/instant.ts';
import type { Transaction } from '../database.ts';
import { isVisible, loadPortfolio } from '../portfolios/visibility.ts';
import { type Customer, customers, users } from '../schema/index.ts';

type Profile = Pick<
  Customer,
  'id' | 'name' | 'contactName' | 'contactEmail' | 'contactPhone' | 'contacts' | 'deletedAt'
>;

/** Whether an event can show that a company was created again: it is new, or its main contact’s address is. */
const canReveal = ({ type, data }: JourneyEvent): boolean => {
  if (type === 'customer.created') return true;
  if (type !== 'customer.updated' || !('customer' in data)) return false;
  return Boolean(data.customer?.contactEmail ?? data.customer?.tags?.contactEmail);
};

const keyOf = (text: string | null): string => text?.trim().toLowerCase() ?? '';

/**
 * The deleted customer that a customer used to be: the last one with its name and email address, or the only other
 * customer with the address. An accountant’s address, which many companies share, isn’t enough.
 */
const formerOf = (customer: Profile, all: readonly Profile[]): Profile | undefined => {
  const others = all.filter(
    ({ id, contactEmail }) =>
      id !== customer.id && keyOf(contactEmail) === keyOf(customer.contactEmail),
  );
  const deleted = others
    .filter(({ deletedAt }) => deletedAt !== null)
    .sort((a, b) => (a.deletedAt ?? '').localeCompare(b.deletedAt ?? ''));
  const namesake = deleted.findLast(({ name }) => keyOf(name) === keyOf(customer.name));
  return namesake ?? (others.length === 1 ? deleted[0] : undefined);
};

/** The parts of contacts that a customer lacks. */
const lacking = (customer: Profile, former: Profile) => {
  const contacts: OtherContacts = Object.fromEntries(
    Object.entries(former.contacts).filter(
      ([role, contact]) => contact && !Object.hasOwn(customer.contacts, role),
    ),
  );
  return {
    ...(!customer.contactName && former.contactName && { contactName: former.contactName }),
    ...(!customer.contactPhone && former.contactPhone && { contactPhone: former.contactPhone }),
    ...(Object.keys(contacts).length > 0 && { contacts }),
  };
};

/** People who enter an address get no contacts of customers they may not see. */
const seenByActors = async (
  transaction: Transaction,
  added: readonly JourneyEvent[],
): Promise<SQL | undefined> => {
  const { id, role } = users;
  const actors = [...new Set(added.flatMap(({ actorId }) => actorId ?? []))];
  if (actors.length === 0) return undefined;
  const people = await transaction.select({ id, role }).from(users).where(inArray(id, actors));
  const portfolios = await Promise.all(people.map((one) => loadPortfolio(transaction, one)));
  return and(...portfolios.map((one) => isVisible(one)));
};

/**
 * Contacts of companies that were deleted in Codat and created again, under a new id. Recognizes them by the main
 * contact’s email address. Returns what the new customers lack, as events, once for each.
 */
export const inheritedContacts = async (
  transaction: Transaction,
  added: readonly JourneyEvent[],
  recordedAt: Instant,
): Promise<JourneyEvent[]> => {
  const revealed = new Set(added.filter(canReveal).map(({ customerId }) => customerId));
  if (revealed.size === 0) return [];
  const heirs = await transaction
    .select()
    .from(customers)
    .where(
      and(
        inArray(customers.id, [...revealed]),
        isNotNull(customers.contactEmail),
        isNull(customers.deletedAt),
      ),
    );
  if (heirs.length === 0) return [];
  const address = sql<string>`lower(${customers.contactEmail})`;
  const same = await transaction
    .select()
    .from(customers)
    .where(
      and(
        inArray(address, [...new Set(heirs.map(({ contactEmail }) => keyOf(contactEmail)))]),
        await seenByActors(transaction, added),
      ),
    );
  return heirs.flatMap((heir) => {
    const former = formerOf(heir, same);
    const customer = former && lacking(heir, former);
    if (!customer || Object.keys(customer).length === 0) return [];
    const signal = { customerId: heir.id, occurredAt: recordedAt, source: 'sync' as const };
    return [
      event('customer.updated', { ...signal, sourceId: `contacts:${former.id}` }, { customer }),
    ];
  });
};
