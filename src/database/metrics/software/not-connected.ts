import { notConnectedWithin } from '../../../journey/metrics/not-connected.ts';
import type { CustomersOfWeek } from './customers-by-week.ts';

/** Of one app, the customers who didn’t connect within some days of their first attempt in the period. */
export const notConnectedIn = (weeks: readonly CustomersOfWeek[], days: number) => {
  const all = weeks.flatMap(({ begun }) => begun);
  const { of, open } = notConnectedWithin(
    days,
    all.filter(({ isDeleted }) => isDeleted),
  );
  return { ...notConnectedWithin(days, all), deleted: { of, open } };
};
