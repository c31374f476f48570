import { Box, Button, Card } from '@mui/material';
import {
  FilterButton,
  FilterForm,
  ListBase,
  Loading,
  Pagination,
  useListContext,
} from 'react-admin';
import type { ActivityRecord } from '../../api/activity/resource.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { ListFailure } from '../shared/ListFailure.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ActivityItem } from './ActivityItem.tsx';
import { activityFilters } from './activityFilters.tsx';

/** Who did what to which customer, the newest first. */
export const ActivityList = () => (
  <ListBase<ActivityRecord> sort={{ field: 'at', order: 'DESC' }} perPage={25}>
    <PageHeader title="Activity" note="Audit log of your team’s actions. Entries can’t be edited.">
      <FilterButton filters={activityFilters} />
    </PageHeader>
    <FilterForm filters={activityFilters} />
    <Activities />
  </ListBase>
);

const Activities = () => {
  const { data, error, isPending } = useListContext<ActivityRecord>();
  if (error && !data) return <ListFailure />;
  if (isPending) return <Loading />;
  return (
    <>
      <Card>
        {data && data.length > 0 ? (
          <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {data.map((activity) => (
              <ActivityItem key={activity.id} activity={activity} />
            ))}
          </Box>
        ) : (
          <NoActivity />
        )}
      </Card>
      <Pagination />
    </>
  );
};

const NoActivity = () => {
  const { filterValues, setFilters } = useListContext();
  return Object.keys(filterValues).length > 0 ? (
    <EmptyState title="No matching activity">
      <Button onClick={() => setFilters({})}>Clear filters</Button>
    </EmptyState>
  ) : (
    <EmptyState title="No activity yet">Your team’s actions will appear here.</EmptyState>
  );
};
