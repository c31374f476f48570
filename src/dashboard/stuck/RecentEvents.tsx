import { Box, Link, Skeleton, Typography } from '@mui/material';
import { useCreatePath } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { CustomerRecord } from '../../api/customers/resource.ts';
import { Failure } from '../shared/Failure.tsx';
import { TimelineItem } from '../shared/timeline/TimelineItem.tsx';
import { useTimeline } from '../shared/timeline/useTimeline.ts';

const SHOWN = 5;

/** What happened last with a row’s customer, the newest first. */
export const RecentEvents = ({ customer }: { customer: CustomerRecord }) => {
  // Events that two sources reported count once, so that it takes more to show so many.
  const { entries, isPending, error, retry } = useTimeline(customer.id, 3 * SHOWN);
  const createPath = useCreatePath();
  if (error) return <Failure error={error} onRetry={retry} />;
  if (isPending) return <Skeleton variant="rounded" height={120} sx={{ my: 1 }} />;
  return (
    <Box sx={{ maxWidth: 640, py: 1.5, whiteSpace: 'normal' }}>
      {entries.length === 0 && <Typography color="textSecondary">No activity yet</Typography>}
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {entries.slice(0, SHOWN).map((entry) => (
          <TimelineItem key={entry.id} entry={entry} />
        ))}
      </Box>
      <Link
        component={RouterLink}
        to={createPath({ resource: 'customers', type: 'show', id: customer.id })}
      >
        Open <bdi>{customer.name}</bdi>
      </Link>
    </Box>
  );
};
