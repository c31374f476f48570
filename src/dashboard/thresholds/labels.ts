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

/** Whom each rule is about. */
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

type Rule = { id: StuckReason; hours: number; onPremiseHours: number | null };

const after = (hours: number): string =>
  hours === 0 ? 'at once' : `after ${counted(hours, 'hour', 'hours')}`;

/** A rule in a sentence, as in “A customer at “Link opened” counts as stuck after 24 hours.” */
export const sentenceOf = ({ id, hours, onPremiseHours }: Rule): string => {
  const onPremise =
    onPremiseHours === null ? '' : `, with on-premise software ${after(onPremiseHours)}`;
  return `${WHO[id]} counts as stuck ${after(hours)}${onPremise}.`;
};

/** How complexity changes a threshold. Null where it doesn’t. */
export const scaleOf = (id: StuckReason): string | null =>
  isScaledByComplexity(id)
    ? `For simple software. ${COMPLEXITY_FACTOR.moderate} times as long with moderate software and ${COMPLEXITY_FACTOR.complex} times with complex software.`
    : null;

/** A part of all that goes on in time, as in “90% within 1d 4h”. */
export const withinLabel = (part: string, hours: number): string =>
  `${part} within ${hoursLabel(hours)}`;

/** An interval of hours, as in “3h–5h”. Open above if the curve doesn’t get that far. */
export const rangeLabel = ({ low, high }: { low: number | null; high: number | null }): string =>
  `${low === null ? '?' : hoursLabel(low)}–${high === null ? '?' : hoursLabel(high)}`;

/** Hours for a threshold that a share of customers doesn’t exceed: rounded up, as the field shows them. */
export const adoptable = (hours: number): number =>
  hours < 10 ? Math.ceil(hours * 10) / 10 : Math.ceil(hours);

export const sampleLabel = ({ of, open }: { of: number; open: number }): string =>
  `${counted(of, 'journey', 'journeys')}, ${formatNumber(open)} not yet`;
