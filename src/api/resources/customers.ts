import { z } from '@hono/zod-openapi';
import { getTableColumns, isNull, sql } from 'drizzle-orm';
import {
  currentEnteredAt,
  isStuckAt,
  latestApproval,
  STANDINGS,
  standingAt,
} from '../../database/derived-columns.ts';
import { ingest } from '../../database/ingest.ts';
import { customers } from '../../database/schema/index.ts';
import {
  CONTACT_ROLES,
  contactIn,
  type OtherContacts,
  sameContact,
} from '../../journey/contacts.ts';
import { instant } from '../../journey/instant-schema.ts';
import { contactParts, otherContactsForm } from '../contact-forms.ts';
import { checkPerson } from '../people.ts';
import { profileChange } from '../profile-change.ts';
import { recordOf } from '../records.ts';
import { change, creation, type Resource } from '../resource.ts';
import { writable } from '../writable.ts';
import { addCustomer, createCompany, newCustomer } from './new-customer.ts';

/** Names, addresses and numbers of the other contacts, and nothing of the JSON around them. */
const otherContactsText = sql`jsonb_path_query_array(${customers.contacts}, '$.*.* ? (@ != null)')::text`;

export const customerRecord = recordOf(customers).extend({
  stuck: z.boolean(),
  closed: z.boolean(),
  standing: z.enum(STANDINGS),
  /** When the current journey entered the funnel; null for who was not invited yet. */
  enteredAt: instant.nullable(),
  /** When access was last approved; null where that was never observed. */
  authorizedAt: instant.nullable(),
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
    stuck: isStuckAt(now),
    closed: sql`(${customers.closedAt} is not null)`,
    standing: standingAt(now),
    enteredAt: currentEnteredAt,
    authorizedAt: latestApproval,
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
