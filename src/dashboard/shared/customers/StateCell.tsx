import type { ReactNode } from 'react';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { STAGE_LABELS } from '../../../journey/stages.ts';
import { ReasonCell } from '../journey/ReasonCell.tsx';
import { useIsGone } from '../list/SteadyRows.tsx';
import { Pill } from '../Pill.tsx';
import { GonePill } from './GonePill.tsx';
import { SnoozedPill } from './SnoozedPill.tsx';

type Props = {
  customer: CustomerRecord;
  /** For customers who are neither stuck, paused nor closed: where they are, unless another column says it. */
  otherwise?: ReactNode;
};

/** What state a customer’s case is in: why they are stuck, or that they aren’t. */
export const StateCell = (props: Props) => {
  const isGone = useIsGone();
  return isGone(props.customer) ? <GonePill id={props.customer.id} /> : <State {...props} />;
};

/** The same of a customer who is still in the list. */
const State = ({ customer, otherwise }: Props) => {
  if (customer.closed) return <Pill tone="neutral">Closed</Pill>;
  if (customer.waiting) return <SnoozedPill customer={customer} />;
  if (customer.stuck) return <ReasonCell customer={customer} />;
  if (otherwise) return otherwise;
  return customer.connected ? <Pill tone="good">Connected</Pill> : STAGE_LABELS[customer.stage];
};
