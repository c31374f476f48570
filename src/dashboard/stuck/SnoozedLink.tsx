import { formatNumber } from '../../common/locale.ts';
import { CustomersLink } from '../shared/metrics/CustomersLink.tsx';
import { useCount } from '../shared/useCount.ts';

const SNOOZED = { standing: 'snoozed' } as const;

/** Leads to the customers that the queue hides until their snooze ends. */
export const SnoozedLink = () => {
  const count = useCount('customers', SNOOZED);
  if (!count) return null;
  return <CustomersLink filter={SNOOZED}>{`${formatNumber(count)} snoozed`}</CustomersLink>;
};
