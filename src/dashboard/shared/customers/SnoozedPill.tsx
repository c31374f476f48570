import { Pill } from '../Pill.tsx';
import { type Pausable, usePaused } from '../pause/usePaused.ts';

/** That a customer is snoozed or waiting and for what, or why they are back. */
export const SnoozedPill = ({ customer }: { customer: Pausable }) => {
  const { paused, back } = usePaused(customer);
  if (paused)
    return (
      <Pill tone="neutral" wraps>
        {paused}
      </Pill>
    );
  return (
    back && (
      <Pill tone="brand" wraps>
        {back}
      </Pill>
    )
  );
};
