import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { nearTime } from '../format/duration.ts';
import { useNow } from '../format/useNow.ts';
import { Pill } from '../Pill.tsx';

type Snoozable = Pick<CustomerRecord, 'snoozedUntil'>;

/** When a customer’s snooze ends, as in “09:12 tomorrow”; null if they aren’t snoozed. */
export const useSnoozeEnd = ({ snoozedUntil }: Snoozable): string | null => {
  const now = useNow();
  return snoozedUntil && Date.parse(snoozedUntil) > now ? nearTime(snoozedUntil, now) : null;
};

/** That a customer is hidden from the queue, and until when. */
export const SnoozedPill = ({ customer }: { customer: Snoozable }) => {
  const end = useSnoozeEnd(customer);
  return end && <Pill tone="neutral">{`Snoozed until ${end}`}</Pill>;
};
