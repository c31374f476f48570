import type { Attempted } from '../../../journey/metrics/attempted.ts';
import type { Period } from '../../../journey/metrics/period.ts';
import { type CustomersFilter, customersOf } from './CustomersLink.tsx';
import { useScopeOf } from './useScope.ts';

/** Builds the filter of the page’s customers who did something with an app in a period, whatever they use now. */
export const useAttempted = (software: string, { from, to }: Period) => {
  const scope = useScopeOf();
  return (which: Attempted['which'], reasons?: Attempted['reasons']): CustomersFilter => ({
    ...customersOf({ ...scope, software: null }),
    attempted: { software, which, from, to, ...(reasons && { reasons }) },
  });
};
