import type { ListedCustomer } from '../../api/metrics/portfolio.ts';
import { reasonLabel } from '../../journey/content/reason-label.ts';
import { STAGE_LABELS } from '../../journey/stages.ts';
import { exactDay } from '../shared/format/duration.ts';
import { type Group, WORDS } from './groups.ts';

const STANDING_LABELS: Record<ListedCustomer['standing'], string> = {
  moving: 'In progress',
  stuck: 'Stuck now',
  snoozed: 'Snoozed or waiting',
  closed: 'Closed',
};

/** Why, in the words of the queue. The failure is that of today. */
export const whyOf = ({ reason, overAt, failureReason }: ListedCustomer): string | null =>
  reason && reasonLabel({ stuckReason: reason, failureReason: overAt ? null : failureReason });

/** What has become of the customer since. */
export const sinceOf = (customer: ListedCustomer, group: Group): string => {
  const { overAt, connected, stage, standing } = customer;
  if (overAt && WORDS[group].over) return `${WORDS[group].over} ${exactDay(overAt)}`;
  return connected && standing === 'moving' ? STAGE_LABELS[stage] : STANDING_LABELS[standing];
};
