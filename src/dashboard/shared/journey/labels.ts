import type { CustomerRecord } from '../../../api/customers/resource.ts';
import type { CLOSE_REASONS, SourceType } from '../../../common/event-types.ts';
import { type Reasons, reasonLabel } from '../../../journey/content/reason-label.ts';
import { MUST_ACT_LABELS } from '../../../journey/failure-reasons.ts';
import { mustActOf } from '../../../journey/next-action.ts';
import type { Priority } from '../../../journey/stuck.ts';
import { counted } from '../format/counted.ts';
import type { Tone } from '../Pill.tsx';

const PRIORITY_TONE: Record<Priority, Tone> = { high: 'bad', medium: 'warn', low: 'neutral' };

/** Why customers of a group are stuck. Those who failed repeatedly are a group apart from those who failed for the same reason once. */
export const groupLabel = (reasons: Reasons): string => {
  const label = reasonLabel(reasons);
  return reasons.stuckReason === 'repeated_failures' && reasons.failureReason
    ? `${label}, repeatedly`
    : label;
};

/** The reason with the tone of its priority; null for a customer that no rule applies to. */
export const stuckStatus = (customer: CustomerRecord): { label: string; tone: Tone } | null => {
  const { stuckReason, failureReason, priority } = customer;
  if (!stuckReason || !priority) return null;
  return { label: reasonLabel({ stuckReason, failureReason }), tone: PRIORITY_TONE[priority] };
};

export type CloseReason = (typeof CLOSE_REASONS)[number];

export const CLOSE_REASON_LABELS: Record<CloseReason, string> = {
  declined: 'Customer declined',
  files_instead: 'Sending files instead',
  duplicate: 'Duplicate',
  not_our_customer: 'Not our customer',
};

export const CLOSE_REASON_CHOICES = Object.entries(CLOSE_REASON_LABELS).map(([id, name]) => ({
  id,
  name,
}));

export const mustActLabel = (customer: CustomerRecord): string =>
  MUST_ACT_LABELS[mustActOf(customer)];

export const PRIORITY_LABELS: Record<Priority, string> = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

/** As in “2 failed attempts”. */
export const failuresLabel = (failed: number): string =>
  counted(failed, 'failed attempt', 'failed attempts');
/** Codat’s kinds of connection. */
export const SOURCE_TYPE_LABELS: Record<SourceType, string> = {
  Accounting: 'Accounting',
  Banking: 'Banking',
  BankFeed: 'Bank feed',
  Commerce: 'Commerce',
  Expense: 'Expenses',
  Other: 'Other',
  Unknown: 'Unknown type',
};
