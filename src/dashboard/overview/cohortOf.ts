import type { CohortFilter } from '../../journey/metrics/cohort.ts';
import type { Period } from '../../journey/metrics/period.ts';
import { type CustomersFilter, customersOf } from '../shared/metrics/CustomersLink.tsx';
import type { ScopeOf } from '../shared/metrics/useScope.ts';

type Without<Cohort, Field extends keyof CohortFilter> = Cohort extends CohortFilter
  ? Omit<Cohort, Field>
  : never;
type Part = Without<CohortFilter, 'from' | 'to' | 'software' | 'accountManagerId'>;

/** Builds the filter of the customers that a number of a period counts. */
export const cohortOf =
  ({ software, accountManagerId }: ScopeOf, { from, to }: Period) =>
  (part: Part): CustomersFilter => ({
    // The cohort’s software is that of the journey, not the one that the customer uses now. A parent counts with those
    // of its subsidiaries that the account manager has.
    ...customersOf({ software: null, accountManagerId }),
    cohort: {
      ...part,
      ...{ from, to },
      ...(software && { software }),
      ...(accountManagerId && { accountManagerId }),
    },
  });
