/** Whether a customer is stuck, as one would write it by hand. */
export const stuckAt = (now: string): string => `stuck_at <= '${now}' and not coalesce(
  case when waiting_for is null then snoozed_until else coalesce(waiting_until, 'infinity') end > '${now}', false)`;
