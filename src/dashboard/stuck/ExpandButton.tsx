import ExpandMore from '@mui/icons-material/ExpandMore';
import { IconButton, Skeleton } from '@mui/material';
import { type ReactNode, Suspense } from 'react';
import { useExpanded } from 'react-admin';
import type { CustomerRecord } from '../../api/customers/resource.ts';
import { lazyPart } from '../shared/pages/lazyComponent.ts';

const RecentEvents = lazyPart(async () => (await import('./RecentEvents.tsx')).RecentEvents);

/** The id of the element with a customer’s last events. */
export const panelOf = (customerId: string): string => `events-${customerId}`;

type Props = { customer: CustomerRecord };

/** What shows only while a customer’s last events are asked for. */
export const WhenExpanded = ({ customer, children }: Props & { children: ReactNode }) =>
  useExpanded('customers', customer.id)[0] && children;

/** What happened last with a customer. */
export const LastEvents = ({ customer }: Props) => (
  <Suspense fallback={<Skeleton variant="rounded" height={120} sx={{ my: 1 }} />}>
    <RecentEvents customer={customer} />
  </Suspense>
);

/** Shows what happened last under a row, or hides it. */
export const ExpandButton = ({ customer: { id, name } }: Props) => {
  const [expanded, toggle] = useExpanded('customers', id);
  return (
    <IconButton
      size="small"
      aria-label={`Last events of ${name}`}
      data-tooltip={expanded ? 'Hide last events' : 'Last events'}
      aria-expanded={expanded}
      aria-controls={expanded ? panelOf(id) : undefined}
      onClick={(event) => {
        event.stopPropagation();
        toggle();
      }}
    >
      <ExpandMore
        fontSize="small"
        sx={{ transform: expanded ? 'rotate(180deg)' : 'none', transition: 'transform .15s' }}
      />
    </IconButton>
  );
};
