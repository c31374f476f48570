import { Link } from '@mui/material';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import type { Attempted } from '../../../journey/metrics/attempted.ts';
import type { CohortFilter } from '../../../journey/metrics/cohort.ts';
import type { AttributeFilter } from '../../../journey/metrics/comparisons/attribute.ts';
import type { ScopeOf } from './useScope.ts';

type Moment = 'enteredAt' | 'authorizedAt';
export type CustomersFilter = Partial<
  Pick<
    CustomerRecord,
    | 'stuck'
    | 'standing'
    | 'stuckReason'
    | 'failureReason'
    | 'furthestStage'
    | 'connected'
    | 'closed'
    | 'software'
    | 'accountManagerId'
    | 'assigneeId'
  > &
    Record<`${Moment}_gte` | `${Moment}_lt`, string> &
    Record<'stuckAt_gt' | 'stuckAt_lte', string> &
    Record<'becameStuckIn' | 'lostIn' | 'wentQuietIn' | 'slippedIn', string> & {
      id: string[];
      incidentId: string;
      attempted: Attempted;
      cohort: CohortFilter;
      attribute: AttributeFilter;
    }
>;

/** The part of a scope that the customer list can filter by. */
export const customersOf = ({ software, accountManagerId }: ScopeOf): CustomersFilter => ({
  ...(software && { software }),
  ...(accountManagerId && { accountManagerId }),
});

/** The path of the list of exactly these customers. */
export const customersPath = (filter: CustomersFilter): string =>
  `/customers?${new URLSearchParams({ filter: JSON.stringify(filter), page: '1' })}`;

type Props = { filter: CustomersFilter; color?: string; children: ReactNode };

/** Links a number to the customers it counts. */
export const CustomersLink = ({ filter, color = 'inherit', children }: Props) => (
  <Link component={RouterLink} to={customersPath(filter)} color={color} underline="always">
    {children}
  </Link>
);
