import type { Database, Transaction } from '../../database/database.ts';
import type { Customer } from '../../database/schema/index.ts';
import type { Draft } from '../../email/compose.ts';
import { type Context, loadContext, loadCustomers } from '../../email/context.ts';
import { recipientOf } from '../../email/recipient.ts';
import { EMAIL_TEMPLATE_FACTS, type EmailTemplate } from '../../journey/outreach.ts';
import { unknownCustomer } from '../customers/check-customer.ts';
import type { ApiRequest } from '../kit/request.ts';
import type { NewEmail } from './bodies.ts';

/** A template and its recipient. */
export type Choice = Pick<NewEmail, 'to'> & { template: EmailTemplate };

export const draftFor = (
  customer: Customer,
  { template, to }: Choice,
  note: string | null = null,
): Draft => ({
  customer,
  template,
  recipient: recipientOf(customer, to ?? EMAIL_TEMPLATE_FACTS[template].to),
  note,
});

export const contextOf = (
  { person, ports }: ApiRequest,
  database: Database | Transaction = ports.database,
): Promise<Context> => loadContext(database, { agent: person, publicUrl: ports.publicUrl });

/** @throws Problem 422 when the customer doesn’t exist, or the person may not see them */
export const findCustomer = async (
  { person, ports }: Pick<ApiRequest, 'person' | 'ports'>,
  id: string,
  database: Database | Transaction = ports.database,
): Promise<Customer> => {
  const customer = (await loadCustomers(database, [id], person.portfolio)).get(id);
  if (customer) return customer;
  throw unknownCustomer('customerId', id);
};

/** A placeholder for the customer’s link in previews, which create none. */
export const sampleLink = ({ ports }: ApiRequest): string => `${ports.publicUrl}/l/preview`;
