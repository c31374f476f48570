import { and, inArray } from 'drizzle-orm';
import { isVisible } from '../../database/portfolios/visibility.ts';
import { isKept } from '../../database/privacy/erased.ts';
import { customers } from '../../database/schema/index.ts';
import { Problem } from '../http/problem.ts';
import type { ApiRequest } from '../kit/request.ts';

/** For an id in a body. The same for a customer that the person may not see, so that nobody can tell them apart. */
export const unknownCustomer = (field: string, id: string): Problem => {
  const sentence = `No customer with the ID ${id}.`;
  return new Problem(422, sentence, { errors: { [field]: sentence } });
};

/** @throws Problem 422 when there is no customer with one of the IDs, or the person may not see them */
export const checkCustomers = async (
  { ports: { database }, person }: ApiRequest,
  field: string,
  ids: readonly string[],
): Promise<void> => {
  const found = await database
    .select({ id: customers.id })
    .from(customers)
    .where(and(inArray(customers.id, [...ids]), isVisible(person.portfolio), isKept(customers.id)));
  const known = new Set(found.map(({ id }) => id));
  const unknown = ids.find((id) => !known.has(id));
  if (unknown !== undefined) throw unknownCustomer(field, unknown);
};

/** As `checkCustomers`, for one. */
export const checkCustomer = (request: ApiRequest, id: string): Promise<void> =>
  checkCustomers(request, 'customerId', [id]);
