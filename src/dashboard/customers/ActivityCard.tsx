import { Box, Link, Skeleton, Typography } from '@mui/material';
import { useGetList } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { ActivityRecord } from '../../api/activity/resource.ts';
import { formatNumber } from '../../common/locale.ts';
import { ActivityItem } from '../shared/activity/ActivityItem.tsx';
import { Failure } from '../shared/Failure.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';

const SHOWN = 5;

/** What was last done about a customer, by the team and by Unstuck. */
export const ActivityCard = ({ customerId }: { customerId: string }) => {
  const filter = { customerId };
  const {
    data,
    total = 0,
    isPending,
    error,
    refetch,
  } = useGetList<ActivityRecord>('activity', {
    filter,
    pagination: { page: 1, perPage: SHOWN },
    sort: { field: 'at', order: 'DESC' },
  });
  return (
    <SectionCard title="Activity">
      {isPending && <Skeleton variant="rounded" height={80} />}
      {error && !data && <Failure error={error} onRetry={() => refetch()} />}
      {data?.length === 0 && <Typography color="textSecondary">No activity yet</Typography>}
      <Box component="ol" sx={{ mx: -2, my: 0, p: 0, listStyle: 'none' }}>
        {data?.map((activity) => (
          <ActivityItem key={activity.id} activity={activity} />
        ))}
      </Box>
      {total > SHOWN && (
        <Link
          component={RouterLink}
          to={`/activity?filter=${encodeURIComponent(JSON.stringify(filter))}`}
          sx={{ display: 'block', mt: 1.5 }}
        >
          Show all {formatNumber(total)}
        </Link>
      )}
    </SectionCard>
  );
};
