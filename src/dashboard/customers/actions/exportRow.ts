import type { CustomerRecord } from '../../../api/customers/resource.ts';
import type { SoftwareRecord } from '../../../api/software/resource.ts';
import type { UserRecord } from '../../../api/users/resource.ts';
import { STAGE_LABELS } from '../../../journey/stages.ts';
import { localDay } from '../../shared/format/localDay.ts';
import { stuckStatus } from '../../shared/journey/labels.ts';

/** Records by ID. */
export type Named<R> = Record<string, R>;

/**
 * A customer in the export. The contact import reads the ID, the name, the contact, and the account manager, who therefore
 * has their bare name even if they have left.
 */
export const exportRow = (
  customer: CustomerRecord,
  software: Named<SoftwareRecord>,
  people: Named<UserRecord>,
) => ({
  'Customer ID': customer.id,
  Customer: customer.name,
  Stage: STAGE_LABELS[customer.stage],
  Software: software[customer.software ?? '']?.name ?? '',
  Stuck: customer.stuck ? (stuckStatus(customer)?.label ?? '') : '',
  'Stuck since': customer.stuck ? (customer.stuckAt ?? '') : '',
  'Account manager': people[customer.accountManagerId ?? '']?.name ?? '',
  'Last activity': customer.lastActivityAt ?? '',
  'Contact name': customer.contactName ?? '',
  Email: customer.contactEmail ?? '',
  Phone: customer.contactPhone ?? '',
});

/** The file’s name without its ending, such as `unstuck-customers-2026-11-25`. */
export const exportName = (date: Date): string => `unstuck-customers-${localDay(date)}`;
