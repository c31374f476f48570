import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { STAGE_LABELS } from '../../../journey/stages.ts';
import { ReasonCell } from '../journey/ReasonCell.tsx';
import { useIsGone } from '../list/SteadyRows.tsx';
import { Pill } from '../Pill.tsx';
import { GonePill } from './GonePill.tsx';
import { SnoozedPill } from './SnoozedPill.tsx';

/** What state a customer’s case is in: why they are stuck, or that they aren’t. */
export const StateCell = ({ customer }: { customer: CustomerRecord }) => {
  const isGone = useIsGone();
  return isGone(customer) ? <GonePill id={customer.id} /> : <State customer={customer} />;
};

/** The same of a customer who is still in the list. */
export const State = ({ customer }: { customer: CustomerRecord }) => {
  if (customer.closed) return <Pill tone="neutral">Closed</Pill>;
  if (customer.waiting) return <SnoozedPill customer={customer} />;
  if (customer.stuck) return <ReasonCell customer={customer} />;
  return customer.connected ? <Pill tone="good">Connected</Pill> : STAGE_LABELS[customer.stage];
};
