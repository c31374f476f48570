import { Box, Typography } from '@mui/material';
import { useGetIdentity } from 'react-admin';
import { formatNumber } from '../../../common/locale.ts';
import { customersOf } from '../../shared/metrics/CustomersLink.tsx';
import { QueueLink } from '../../shared/metrics/QueueLink.tsx';
import type { Scope } from '../../shared/metrics/useScope.ts';
import { useCounts } from '../../shared/views/useCounts.ts';

/** How many of those who are stuck are assigned to the person who reads this, and to nobody. */
export const StuckOwners = ({ scope }: { scope: Scope }) => {
  const { identity } = useGetIdentity();
  const owners = [
    { label: 'Everyone’s', filter: {} },
    { label: 'Mine', filter: { assigneeId: String(identity?.id) } },
    { label: 'Nobody’s', filter: { assigneeId: null } },
  ].map(({ label, filter }) => ({ label, filter: { ...customersOf(scope), ...filter } }));
  const counts = useCounts(owners.map(({ filter }) => ({ ...filter, stuck: true })));
  return (
    <Box component="dl" sx={ownersSx}>
      {owners.map(({ label, filter }, index) => (
        <div key={label}>
          <Typography component="dt" variant="body2" color="textSecondary">
            {label}
          </Typography>
          <Typography component="dd" sx={{ m: 0, fontWeight: 600 }}>
            <QueueLink filter={filter}>{formatCount(counts?.[index])}</QueueLink>
          </Typography>
        </div>
      ))}
    </Box>
  );
};

const formatCount = (count: number | null | undefined): string =>
  typeof count === 'number' ? formatNumber(count) : '…';

const ownersSx = {
  m: 0,
  display: 'grid',
  alignContent: 'start',
  '& > div': {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    // As the rows of reasons beside it.
    height: 30,
  },
} as const;
