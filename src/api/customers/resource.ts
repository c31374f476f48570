import { z } from '@hono/zod-openapi';
import { getTableColumns, isNull, or, sql } from 'drizzle-orm';
import {
  isStuckAt,
  isWaitingAt,
  raisedReference,
  standingAt,
  urgencyAt,
} from '../../database/derived-columns.ts';
import { isAffectedBy } from '../../database/incidents/evidence.ts';
import { ingest } from '../../database/ingest.ts';
import { hasAttribute } from '../../database/metrics/comparisons/has-attribute.ts';
import { isInCohort } from '../../database/metrics/in-cohort.ts';
import { hasAttempted } from '../../database/metrics/software/attempted.ts';
import { isVisible } from '../../database/portfolios/visibility.ts';
import { isKept } from '../../database/privacy/erased.ts';
import { alphabetical } from '../../database/schema/columns.ts';
import { customerCounts, customers, software, users } from '../../database/schema/index.ts';
import {
  CONTACT_ROLES,
  contactIn,
  type OtherContacts,
  sameContact,
} from '../../journey/contacts.ts';
import { attemptedFilter } from '../../journey/metrics/attempted.ts';
import { cohortFilter, STANDINGS } from '../../journey/metrics/cohort.ts';
import { attributeFilter } from '../../journey/metrics/comparisons/attribute.ts';
import { ownFilter } from '../kit/conditions.ts';
import { createAfter } from '../kit/create.ts';
import { recordOf } from '../kit/record-schema.ts';
import type { ApiRequest } from '../kit/request.ts';
import type { Resource } from '../kit/resource.ts';
import { update } from '../kit/update.ts';
import { writable } from '../kit/writable.ts';
import { checkPerson } from '../users/check-user.ts';
import { contactParts, otherContactsForm } from './contact-schema.ts';
import { addCustomer, createCompany, newCustomer } from './create.ts';
import { happenedIn } from './happened-in.ts';
import { labelsForm } from './labels-form.ts';
import { pauseChange, pauseForms } from './pause.ts';
import { profileChange } from './profile-change.ts';

export const customerRecord = recordOf(customers)
  .omit({ searchText: true, restingSince: true, clockStops: true })
  .extend({
    stuck: z.boolean(),
    closed: z.boolean(),
    standing: z.enum(STANDINGS),
    /** Whether they are snoozed or waiting now. */
    waiting: z.boolean(),
    /** The reference of the case that is open with Codat; null if there is none or it has none. */
    raisedReference: z.string().nullable(),
  });
export type CustomerRecord = z.output<typeof customerRecord>;

const changes = writable(customerRecord, {
  contactName: contactParts.name,
  contactEmail: contactParts.email,
  contactPhone: contactParts.phone,
  contacts: otherContactsForm,
  accountManagerId: z.string().nullable(),
  assigneeId: z.string().nullable(),
  ...pauseForms,
  labels: labelsForm,
});

/** The contacts that differ from the stored ones. Clients may send all of them, and storing an unchanged one would stop it from following its tag in Codat. */
const changedContacts = (contacts: OtherContacts, row: CustomerRecord): OtherContacts | null => {
  const found = CONTACT_ROLES.flatMap((role) => {
    const contact = role === 'main' ? undefined : contacts[role];
    return contact === undefined || sameContact(contactIn(row, role), contact)
      ? []
      : [[role, contact]];
  });
  return found.length > 0 ? Object.fromEntries(found) : null;
};

const { searchText: _, restingSince: __, clockStops: ___, ...columns } = getTableColumns(customers);

const fields = ({ now, person }: ApiRequest) => ({
  ...columns,
  // With it, one can connect in the customer’s place.
  ...(person.role === 'program' && { linkUrl: sql<null>`null::text` }),
  stuck: isStuckAt(now),
  closed: sql<boolean>`(${customers.closedAt} is not null)`,
  standing: standingAt(now),
  waiting: isWaitingAt(now),
  raisedReference,
});

export const customersResource: Resource<CustomerRecord> = {
  name: 'customers',
  table: customers,
  record: customerRecord,
  personal: true,
  fields,
  select: (request) => request.ports.database.select(fields(request)).from(customers).$dynamic(),
  searched: [(holds) => holds(customers.searchText)],
  filters: ({ ports: { database }, now, person }) => ({
    ...happenedIn(now),
    incidentId: ownFilter('incidentId', z.uuid(), (id) => isAffectedBy(id, now)),
    attempted: ownFilter('attempted', attemptedFilter, (attempted) =>
      hasAttempted(database, attempted, now),
    ),
    cohort: ownFilter('cohort', cohortFilter, (cohort) =>
      isInCohort(database, cohort, { now, portfolio: person.portfolio }),
    ),
    attribute: ownFilter('attribute', attributeFilter, (attribute) =>
      hasAttribute(database, attribute),
    ),
  }),
  customer: customers.id,
  defaultSort: ['name', 'ASC'],
  sortedBy: { raisedReference: alphabetical(raisedReference) },
  named: {
    software: { table: software, reference: customers.software },
    accountManagerId: { table: users, reference: customers.accountManagerId },
    assigneeId: { table: users, reference: customers.assigneeId },
  },
  counted: {
    count: customerCounts.count,
    by: { accountManagerId: customerCounts.accountManagerId },
    seen: ({ person }) => isVisible(person.portfolio, customerCounts.accountManagerId),
  },
  tieBreak: ({ now }) => ({ priority: urgencyAt(now) }),
  create: createAfter({ body: newCustomer, before: createCompany, run: addCustomer }),
  changedByEvents: true,
  // Only deleted customers are erased, so that the others needn’t be looked up.
  seen: () => or(isNull(customers.deletedAt), isKept(customers.id)),
  hidden: { field: 'deletedAt', condition: isNull(customers.deletedAt) },
  update: update(changes, async ({ ports, person, now }, row, { contacts, ...named }) => {
    const others = pauseChange(row, named, now);
    const changed = contacts && changedContacts(contacts, row);
    const customer = { ...others, ...(changed && { contacts: changed }) };
    // Customers keep the id of someone who was removed, and clients send the whole record back. An account manager who
    // stays is no choice by hand, which would stop following the owner in Codat.
    for (const field of ['assigneeId', 'accountManagerId'] as const)
      if (customer[field] === row[field]) delete customer[field];
      else await checkPerson(ports.database, field, customer[field]);
    if (Object.keys(customer).length === 0) return;
    await ingest(ports.database, [profileChange({ person, now }, row.id, customer)], now);
  }),
};
