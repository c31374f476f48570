import { Box, Link, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Loading, useCreatePath, useListContext } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { STAGE_LABELS } from '../../../journey/stages.ts';
import { Ago } from '../format/Ago.tsx';
import { JourneyCell } from '../journey/JourneyCell.tsx';
import { ReasonCell } from '../journey/ReasonCell.tsx';
import { ListFailure } from '../ListFailure.tsx';
import { CustomerCell } from './CustomerCell.tsx';
import { SnoozedPill } from './SnoozedPill.tsx';

/** A list of customers on screens too narrow for a table. */
export const CustomerCards = ({ empty }: { empty: ReactNode }) => {
  const { data, error, isPending } = useListContext<CustomerRecord>();
  if (isPending) return <Loading />;
  if (error && !data) return <ListFailure />;
  if (!data || data.length === 0) return empty;
  return data.map((customer) => <CustomerCard key={customer.id} customer={customer} />);
};

const CustomerCard = ({ customer }: { customer: CustomerRecord }) => {
  const createPath = useCreatePath();
  return (
    <Link
      component={RouterLink}
      to={createPath({ resource: 'customers', type: 'show', id: customer.id })}
      color="inherit"
      underline="none"
      sx={{ display: 'grid', gap: 1, p: 2, borderBottom: 1, borderColor: 'line.faint' }}
    >
      <CustomerCell customer={customer} width={null} />
      <Box
        sx={{
          display: 'flex',
          gap: 2,
          alignItems: 'flex-start',
          justifyContent: 'space-between',
          flexWrap: 'wrap',
        }}
      >
        <JourneyCell customer={customer} />
        <Standing customer={customer} />
      </Box>
    </Link>
  );
};

const Standing = ({ customer }: { customer: CustomerRecord }) => {
  if (customer.closed) return 'Closed';
  if (customer.standing === 'snoozed') return <SnoozedPill customer={customer} />;
  if (!customer.stuck) return STAGE_LABELS[customer.stage];
  return (
    <Box>
      <ReasonCell customer={customer} />
      {customer.stuckAt && (
        <Typography component="div" variant="body2" color="textSecondary">
          Stuck <Ago at={customer.stuckAt} />
        </Typography>
      )}
    </Box>
  );
};
