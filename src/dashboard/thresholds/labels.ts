import { formatNumber } from '../../common/locale.ts';
import { STAGE_LABELS } from '../../journey/stages.ts';
import {
  COMPLEXITY_FACTOR,
  isScaledByComplexity,
  REPEATED_FAILURES,
  type StuckReason,
} from '../../journey/stuck.ts';
import { hoursLabel } from '../shared/figures/labels.ts';
import { counted } from '../shared/format/counted.ts';

/** Who each rule is about. */
const WHO: Record<StuckReason, string> = {
  disconnected: 'A customer who lost the connection',
  repeated_failures: `A customer with ${REPEATED_FAILURES} failed attempts in a row`,
  attempt_failed: 'A customer whose attempt failed',
  no_data: `A customer without data at “${STAGE_LABELS.authorized}” or “${STAGE_LABELS.completed}”`,
  approval_pending: `A customer at “${STAGE_LABELS.initiated}”`,
  not_initiated: `A customer at “${STAGE_LABELS.selected}”`,
  no_software_selected: `A customer at “${STAGE_LABELS.opened}”`,
  link_unopened: `A customer at “${STAGE_LABELS.invited}”`,
  not_invited: `A customer at “${STAGE_LABELS.created}”`,
};

type Rule = {
  id: StuckReason;
  hours: number;
  onPremiseHours: number | null;
  workingTime: boolean;
};

const after = (hours: number, workingTime: boolean): string => {
  if (hours === 0) return 'at once';
  return workingTime
    ? `after ${counted(hours, 'working hour', 'working hours')}`
    : `after ${counted(hours, 'hour', 'hours')}`;
};

/** A rule in a sentence, as in “A customer at “Link opened” counts as stuck after 24 hours.” */
export const sentenceOf = ({ id, hours, onPremiseHours, workingTime }: Rule): string => {
  const onPremise =
    onPremiseHours === null
      ? ''
      : `, with on-premise software ${after(onPremiseHours, workingTime)}`;
  return `${WHO[id]} counts as stuck ${after(hours, workingTime)}${onPremise}.`;
};

/** How complexity changes a threshold. Null where it doesn’t. */
export const scaleOf = (id: StuckReason): string | null =>
  isScaledByComplexity(id)
    ? `For simple software. ${COMPLEXITY_FACTOR.moderate} times as long with moderate software and ${COMPLEXITY_FACTOR.complex} times with complex software.`
    : null;

/** Hours as on a rule’s clock. Of working time there are no whole days. */
export const timeLabel = (hours: number, workingTime: boolean): string =>
  workingTime ? `${formatNumber(Math.round(hours * 10) / 10)} working hours` : hoursLabel(hours);

type Bounds = { low: number | null; high: number | null };

/** An interval of times, as in “3h to 5h”, or “at least 3h” if the curve doesn’t get further. */
export const rangeLabel = ({ low, high }: Bounds, workingTime: boolean): string => {
  const from = low === null ? 'none' : timeLabel(low, workingTime);
  return high === null ? `at least ${from}` : `${from} to ${timeLabel(high, workingTime)}`;
};

/** Hours for a threshold that a share of customers doesn’t exceed: rounded up, as the field shows them. */
export const adoptable = (hours: number): number =>
  hours < 10 ? Math.ceil(hours * 10) / 10 : Math.ceil(hours);

export const sampleLabel = ({ of, open }: { of: number; open: number }): string =>
  `${counted(of, 'journey', 'journeys')}, ${formatNumber(open)} not yet`;
