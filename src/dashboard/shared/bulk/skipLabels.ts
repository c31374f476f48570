import type { SkipReason } from '../../../api/customers/bulk/body.ts';
import { MOST_LABELS } from '../../../journey/profile/customer-labels.ts';

/** Why a customer is skipped. */
export const SKIP_LABELS: Record<SkipReason, string> = {
  unknown: 'Not found',
  deleted: 'Deleted in Codat',
  closed: 'Case closed',
  already: 'Nothing to change',
  changed_since: 'Changed meanwhile',
  too_many_tags: `Would have more than ${MOST_LABELS} tags`,
};
