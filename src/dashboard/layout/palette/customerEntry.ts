import ApartmentOutlined from '@mui/icons-material/ApartmentOutlined';
import History from '@mui/icons-material/History';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { CONTACT_ROLES, contactIn } from '../../../journey/contacts.ts';
import { reasonLabel } from '../../../journey/content/reason-label.ts';
import { STAGE_LABELS } from '../../../journey/stages.ts';
import type { Entry } from './entry.ts';
import { markedParts } from './marks.ts';

/** Where the customer stands, and why if they are stuck. */
const statusOf = ({ closed, stuck, stuckReason, failureReason, stage }: CustomerRecord): string => {
  if (closed) return 'Closed';
  return stuck && stuckReason
    ? `Stuck: ${reasonLabel({ stuckReason, failureReason })}`
    : STAGE_LABELS[stage];
};

/** The contact’s name, address or number that a query finds, or the ID, or else who the main contact is. */
const foundBy = (customer: CustomerRecord, query: string): string | null => {
  const contacts = CONTACT_ROLES.flatMap((role) => contactIn(customer, role) ?? []);
  const texts = contacts.flatMap(({ name, email, phone }) => [name, email, phone]);
  const found = [...texts, customer.id].find((text) =>
    markedParts(text ?? '', query).some(({ marked }) => marked),
  );
  return found ?? customer.contactName;
};

/** A customer in the palette: the company, and below it where they stand and by what they were found. */
export const customerEntry = (
  customer: CustomerRecord,
  { to, query }: { to: string; query: string },
): Entry => ({
  key: customer.id,
  group: query ? 'Customers' : 'Recently opened',
  label: customer.name,
  details: [statusOf(customer), foundBy(customer, query)].filter(Boolean).join(' · '),
  icon: query ? ApartmentOutlined : History,
  to,
});
