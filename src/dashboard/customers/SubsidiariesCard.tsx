import { Box, Link } from '@mui/material';
import { useCreatePath, useGetList } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { CustomerRecord } from '../../api/customers/resource.ts';
import { STAGE_LABELS } from '../../journey/stages.ts';
import { Failure } from '../shared/Failure.tsx';
import { JourneySteps } from '../shared/journey/JourneySteps.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';

const PAGE = 25;

/** The customer’s subsidiaries with their stages; shows nothing when there are none. */
export const SubsidiariesCard = ({ customerId }: { customerId: string }) => {
  const filter = { parentId: customerId };
  const {
    data = [],
    total = 0,
    error,
    refetch,
  } = useGetList<CustomerRecord>('customers', {
    filter,
    pagination: { page: 1, perPage: PAGE },
    sort: { field: 'name', order: 'ASC' },
  });
  if (error && total === 0)
    return (
      <SectionCard title="Subsidiaries">
        <Failure error={error} onRetry={() => refetch()} />
      </SectionCard>
    );
  if (total === 0) return null;
  return (
    <SectionCard title="Subsidiaries" aside={total}>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.5 }}>
        {data.map((child) => (
          <Subsidiary key={child.id} customer={child} />
        ))}
      </Box>
      {total > PAGE && (
        <Link
          component={RouterLink}
          to={`/customers?filter=${encodeURIComponent(JSON.stringify(filter))}`}
          sx={{ display: 'block', mt: 1.5 }}
        >
          Show all {total.toLocaleString('en-GB')}
        </Link>
      )}
    </SectionCard>
  );
};

const Subsidiary = ({ customer }: { customer: CustomerRecord }) => {
  const createPath = useCreatePath();
  return (
    <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5 }}>
      <Link
        component={RouterLink}
        to={createPath({ resource: 'customers', type: 'show', id: customer.id })}
        sx={{ flex: '1 1 160px', overflowWrap: 'anywhere' }}
      >
        <bdi>{customer.name}</bdi>
      </Link>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, width: 300 }}>
        <JourneySteps customer={customer} />
        {STAGE_LABELS[customer.stage]}
      </Box>
    </Box>
  );
};
