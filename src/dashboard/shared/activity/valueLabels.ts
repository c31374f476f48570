import { ROLE_LABELS } from '../../../common/permissions.ts';
import { REASONS } from '../../../journey/failure-reasons.ts';
import { CALL_OUTCOME_LABELS, EMAIL_TEMPLATE_FACTS } from '../../../journey/outreach.ts';
import { CLOSE_REASON_LABELS } from '../journey/labels.ts';
import { WAITING_LABELS } from '../pause/pauses.ts';

const labelsOf = (facts: Record<string, { label: string }>): Record<string, string> =>
  Object.fromEntries(Object.entries(facts).map(([key, { label }]) => [key, label]));

export const REASON_LABELS = labelsOf(REASONS);
export const TEMPLATE_LABELS = labelsOf(EMAIL_TEMPLATE_FACTS);

/** Values that the log stores as codes, by resource and field. */
const VALUE_LABELS: Record<string, Readonly<Record<string, string>>> = {
  'attempts reason': REASON_LABELS,
  'journeys reason': CLOSE_REASON_LABELS,
  'customers waitingFor': WAITING_LABELS,
  'users role': ROLE_LABELS,
  'emails template': TEMPLATE_LABELS,
  'notes outcome': CALL_OUTCOME_LABELS,
};

/** A stored value in words, where it is a code. */
export const valueLabel = (resource: string, field: string, value: string): string =>
  VALUE_LABELS[`${resource} ${field}`]?.[value] ?? value;
