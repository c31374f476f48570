import { previousPeriod } from '../../../journey/metrics/period.ts';
import { daysLabel } from './period-labels.ts';
import { usePeriod } from './usePeriod.ts';

/** Names the days that the page’s period is compared with. */
export const ComparedWith = () => {
  const { period, timeZone, now } = usePeriod();
  if (!period || !timeZone) return null;
  const previous = previousPeriod(period, { timeZone, unit: period.unit, now });
  return <>{`Compared with ${daysLabel(previous, timeZone)}`}</>;
};
