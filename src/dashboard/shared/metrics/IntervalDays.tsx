import { interval } from '../../../journey/metrics/interval.ts';
import { daysLabel } from '../period/period-labels.ts';
import { useTimeZone } from '../period/useTimeZone.ts';

/** The days of an interval, as in “16–26 Nov 2026”, or its text if it is none. */
export const IntervalDays = ({ of }: { of: string }) => {
  const timeZone = useTimeZone();
  const { data: period } = interval.safeParse(of);
  if (!period) return <>{of}</>;
  return <>{timeZone ? daysLabel(period, timeZone) : '…'}</>;
};
