import { z } from '@hono/zod-openapi';
import { getTableColumns, isNull, type SQL, sql } from 'drizzle-orm';
import { ingest } from '../../database/ingest.ts';
import { customers } from '../../database/schema/index.ts';
import {
  CONTACT_ROLES,
  contactIn,
  type OtherContacts,
  sameContact,
} from '../../journey/contacts.ts';
import type { Instant } from '../../journey/instant.ts';
import { instant } from '../../journey/instant-schema.ts';
import { contactParts, otherContactsForm } from '../contact-forms.ts';
import { checkPerson } from '../people.ts';
import { profileChange } from '../profile-change.ts';
import { recordOf } from '../records.ts';
import { change, creation, type Resource } from '../resource.ts';
import { writable } from '../writable.ts';
import { addCustomer, createCompany, newCustomer } from './new-customer.ts';

/** Stuck now: the moment has passed, and nobody snoozed it beyond. */
const isStuck = (now: Instant): SQL<boolean> => sql<boolean>`coalesce(
  ${customers.stuckAt} <= ${now}::timestamptz
  and coalesce(${customers.snoozedUntil} <= ${now}::timestamptz, true), false)`;

/** Names, addresses and numbers of the other contacts, and nothing of the JSON around them. */
const otherContactsText = sql`jsonb_path_query_array(${customers.contacts}, '$.*.* ? (@ != null)')::text`;

export const customerRecord = recordOf(customers).extend({
  stuck: z.boolean(),
  closed: z.boolean(),
});
export type CustomerRecord = z.output<typeof customerRecord>;

const changes = writable(customerRecord, {
  contactName: contactParts.name,
  contactEmail: contactParts.email,
  contactPhone: contactParts.phone,
  contacts: otherContactsForm,
  accountManagerId: z.string().nullable(),
  assigneeId: z.string().nullable(),
  snoozedUntil: instant.nullable(),
});

/** The contacts that are not what they were, so that those who bring all of them keep none from following its tag. */
const differing = (contacts: OtherContacts, row: CustomerRecord): OtherContacts | null => {
  const found = CONTACT_ROLES.flatMap((role) => {
    const contact = role === 'main' ? undefined : contacts[role];
    return contact === undefined || sameContact(contactIn(row, role), contact)
      ? []
      : [[role, contact]];
  });
  return found.length > 0 ? Object.fromEntries(found) : null;
};

export const customersResource: Resource = {
  name: 'customers',
  table: customers,
  record: customerRecord,
  fields: ({ now }) => ({
    ...getTableColumns(customers),
    stuck: isStuck(now).as('stuck').getSQL(),
    closed: sql`(${customers.closedAt} is not null)`,
  }),
  searched: [
    customers.name,
    customers.contactName,
    customers.contactEmail,
    customers.contactPhone,
    customers.id,
    otherContactsText,
  ],
  defaultSort: ['name', 'ASC'],
  tieBreak: { priority: customers.stuckAt },
  create: creation(newCustomer, addCustomer, { before: createCompany }),
  changedByEvents: true,
  hidden: { field: 'deletedAt', condition: isNull(customers.deletedAt) },
  update: change(changes, async ({ ports, person, now }, row, { contacts, ...others }) => {
    const changed = contacts && differing(contacts, row as CustomerRecord);
    const customer = { ...others, ...(changed && { contacts: changed }) };
    if (Object.keys(customer).length === 0) return;
    await checkPerson(ports.database, 'assigneeId', customer.assigneeId);
    await checkPerson(ports.database, 'accountManagerId', customer.accountManagerId);
    await ingest(ports.database, [profileChange({ person, now }, row.id, customer)], now);
  }),
};
