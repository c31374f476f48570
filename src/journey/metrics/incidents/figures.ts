import { LOCALE } from '../../../common/locale.ts';
import type { Instant } from '../../instant.ts';

const percent = new Intl.NumberFormat(LOCALE, { style: 'percent' });
const unit = (name: 'hour' | 'day') =>
  new Intl.NumberFormat(LOCALE, { style: 'unit', unit: name, unitDisplay: 'long' });
const [hours, days] = [unit('hour'), unit('day')];

/** From here on in days. */
const IN_HOURS = 48;

/** How long something has lasted, as in “26 hours” or “3 days”. Started hours count. */
const lasted = (from: Instant, to: Instant): string => {
  const count = Math.max(1, Math.ceil((Date.parse(to) - Date.parse(from)) / 3_600_000));
  return count <= IN_HOURS ? hours.format(count) : days.format(Math.ceil(count / 24));
};

export type Figures = {
  startedAt: Instant;
  endedAt: Instant | null;
  usualShare: number;
  evidence: { failed: number; of: number };
};

/** The evidence of an incident, as in “9 of 14 customers failed in the last 26 hours (normally 9%)”. */
export const incidentFigures = (
  { startedAt, endedAt, usualShare, evidence: { failed, of } }: Figures,
  now: Instant,
): string =>
  `${failed} of ${of} customers failed in ${endedAt ? '' : 'the last '}` +
  `${lasted(startedAt, endedAt ?? now)} (normally ${percent.format(usualShare)})`;
