import { Box, Typography } from '@mui/material';
import { memo, type ReactNode } from 'react';
import { Loading, useListContext } from 'react-admin';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { Ago } from '../format/Ago.tsx';
import { JourneyCell } from '../journey/JourneyCell.tsx';
import { failuresLabel } from '../journey/labels.ts';
import { cardSx } from '../list/cardSx.ts';
import { useIsGone } from '../list/SteadyRows.tsx';
import { useGradually } from '../list/useGradually.ts';
import { ContactLine } from './ContactCell.tsx';
import { CustomerCell } from './CustomerCell.tsx';
import { StateCell } from './StateCell.tsx';

type CardsProps = {
  actions?: (customer: CustomerRecord) => ReactNode;
  /** Below everything else. */
  more?: (customer: CustomerRecord) => ReactNode;
  /** Shows the phone number and what was tried. */
  withContact?: boolean;
};

/** A list of customers on screens too narrow for a table. */
export const CustomerCards = (props: CardsProps) => {
  const { data, isPending } = useListContext<CustomerRecord>();
  if (isPending) return <Loading />;
  return <Cards customers={data ?? []} {...props} />;
};

const Cards = ({
  customers,
  actions,
  more,
  withContact,
}: CardsProps & { customers: CustomerRecord[] }) => {
  const { shown, missing } = useGradually(customers);
  return (
    <>
      {shown.map((customer) => (
        <CustomerCard
          key={customer.id}
          customer={customer}
          actions={actions}
          more={more}
          withContact={withContact}
        />
      ))}
      {missing > 0 && <Box sx={{ visibility: 'hidden', height: missing * CARD_HEIGHT }} />}
    </>
  );
};

/** The least, in pixels. */
const CARD_HEIGHT = 130;

const spreadSx = {
  display: 'flex',
  gap: 2,
  alignItems: 'flex-start',
  justifyContent: 'space-between',
  flexWrap: 'wrap',
} as const;

type Props = CardsProps & { customer: CustomerRecord };

const CustomerCard = memo(({ customer, actions, more, withContact }: Props) => {
  const isGone = useIsGone();
  return (
    <Box data-card sx={{ ...cardSx, ...(isGone(customer) && { bgcolor: 'tint.neutral' }) }}>
      {/* The name’s link covers the card. */}
      <Box sx={{ '& a::after': { content: '""', position: 'absolute', inset: 0 } }}>
        <CustomerCell customer={customer} width={null} />
      </Box>
      <Box sx={spreadSx}>
        <JourneyCell customer={customer} />
        <StateCell customer={customer} />
      </Box>
      {withContact && <ContactLine customer={customer} />}
      <Box sx={{ ...spreadSx, alignItems: 'center' }}>
        <Typography component="div" variant="body2" color="textSecondary">
          <Since customer={customer} />
        </Typography>
        {/* Above the link. */}
        {actions && <Box sx={{ position: 'relative', zIndex: 1 }}>{actions(customer)}</Box>}
      </Box>
      {more && <Box sx={{ position: 'relative', zIndex: 1 }}>{more(customer)}</Box>}
    </Box>
  );
});

const Since = ({ customer }: { customer: CustomerRecord }) => {
  const { stuck, stuckAt, failedAttempts, lastActivityAt } = customer;
  if (stuck && stuckAt)
    return (
      <>
        Stuck for <Ago at={stuckAt} />
        {failedAttempts > 0 && ` · ${failuresLabel(failedAttempts)}`}
      </>
    );
  return (
    lastActivityAt && (
      <>
        Last activity <Ago at={lastActivityAt} suffix=" ago" />
      </>
    )
  );
};
