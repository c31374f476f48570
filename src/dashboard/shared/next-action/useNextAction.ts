import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { toInstant } from '../../../journey/instant.ts';
import { type NextAction, nextAction } from '../../../journey/next-action.ts';
import { useNow } from '../format/useNow.ts';
import { useSoftware } from '../useSoftware.ts';

/** What helps a customer on best, as of now; null where there is nothing to do, or that is not known yet. */
export const useNextAction = (customer: CustomerRecord): NextAction | null => {
  const now = useNow();
  const software = useSoftware(customer.software);
  return software === undefined ? null : nextAction(customer, software, toInstant(now));
};
