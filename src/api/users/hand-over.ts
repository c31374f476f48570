import { and, eq, isNull, or } from 'drizzle-orm';
import { ingestWithin } from '../../database/ingest.ts';
import { lockCustomers } from '../../database/locks.ts';
import { type Customer, codatOwners, customers } from '../../database/schema/index.ts';
import { transact } from '../../database/transact.ts';
import { recordActivity } from '../activity/record-activity.ts';
import { profileChange } from '../customers/profile-change.ts';
import { Problem } from '../http/problem.ts';
import type { ApiRequest } from '../kit/request.ts';
import { checkPerson } from './check-user.ts';

const invalid = (sentence: string): Problem =>
  new Problem(422, sentence, { errors: { handOverTo: sentence } });

type Held = Pick<Customer, 'assigneeId' | 'accountManagerId' | 'ownerManagerId'>;

/**
 * What of a customer changes hands, and how it was. One whose account manager follows the owner in Codat goes on doing so.
 */
const changesOf = (held: Held, from: string, to: string | null) => {
  const fields = (id: string | null): Partial<Held> => ({
    ...(held.assigneeId === from && { assigneeId: id }),
    ...(held.accountManagerId === from && {
      accountManagerId: held.ownerManagerId === from && id === to ? null : id,
    }),
    ...(held.ownerManagerId === from && { ownerManagerId: id }),
  });
  return { details: fields(to), before: fields(from) };
};

/**
 * Gives a person’s cases and portfolio to someone else, or to nobody, and the owners in Codat who stand for them. Takes the
 * request with the transaction, so that either all of them change hands or none.
 * @throws Problem 422 when the other person doesn’t exist or has left
 */
export const handOver = async (
  request: ApiRequest,
  from: string,
  to: string | null,
): Promise<void> => {
  const { database } = request.ports;
  if (to === from) throw invalid('Choose someone else.');
  await checkPerson(database, 'handOverTo', to);
  const theirs = and(
    or(
      eq(customers.assigneeId, from),
      eq(customers.accountManagerId, from),
      eq(customers.ownerManagerId, from),
    ),
    isNull(customers.deletedAt),
  );
  await transact(database, async (transaction) => {
    const { id, assigneeId, accountManagerId, ownerManagerId } = customers;
    const found = await transaction.select({ id }).from(customers).where(theirs);
    await lockCustomers(
      transaction,
      found.map((customer) => customer.id),
    );
    const handed = await transaction
      .select({ id, assigneeId, accountManagerId, ownerManagerId })
      .from(customers)
      .where(theirs);
    const events = handed.map((customer) =>
      profileChange(request, customer.id, changesOf(customer, from, to).details),
    );
    await ingestWithin(transaction, events, request.now);
    await transaction
      .update(codatOwners)
      .set({ personId: to })
      .where(eq(codatOwners.personId, from));
    await recordActivity(
      { ...request, ports: { ...request.ports, database: transaction } },
      ...handed.map((customer) => ({
        ...({ resource: 'customers', action: 'edit' } as const),
        ...{ recordId: customer.id, customerId: customer.id },
        ...changesOf(customer, from, to),
      })),
    );
  });
};
