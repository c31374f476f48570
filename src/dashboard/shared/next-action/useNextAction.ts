import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { toInstant } from '../../../journey/instant.ts';
import { type NextAction, nextAction } from '../../../journey/next-action.ts';
import { useNow } from '../format/useNow.ts';
import { useSoftware } from '../useSoftware.tsx';

/** The next best action for a customer as of now; null when there is none, or until the software is known. */
export const useNextAction = (customer: CustomerRecord): NextAction | null => {
  const now = useNow();
  const software = useSoftware(customer.software);
  return software === undefined ? null : nextAction(customer, software, toInstant(now));
};
