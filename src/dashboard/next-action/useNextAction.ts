import { useGetOne } from 'react-admin';
import type { CustomerRecord } from '../../api/resources/customers.ts';
import type { SoftwareRecord } from '../../api/resources/software.ts';
import { toInstant } from '../../journey/instant.ts';
import { type NextAction, nextAction } from '../../journey/next-action.ts';
import { useNow } from '../shared/useNow.ts';

/** What helps a customer on best, as of now; null where there is nothing to do. */
export const useNextAction = (customer: CustomerRecord): NextAction | null => {
  const now = useNow();
  const { data } = useGetOne<SoftwareRecord>(
    'software',
    { id: customer.software ?? '' },
    { enabled: customer.software !== null },
  );
  return nextAction(customer, data ?? null, toInstant(now));
};
