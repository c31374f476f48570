import { Box, Card } from '@mui/material';
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
    <PageHeader title="Activity" note="what each of us did; nobody can change it">
      <FilterButton filters={activityFilters} />
    </PageHeader>
    <FilterForm filters={activityFilters} />
    <Acts />
  </ListBase>
);

const Acts = () => {
  const { data, error, isPending } = useListContext<ActivityRecord>();
  if (error && !data) return <ListFailure />;
  if (isPending) return <Loading />;
  return (
    <>
      <Card>
        {data && data.length > 0 ? (
          <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {data.map((act) => (
              <ActivityItem key={act.id} act={act} />
            ))}
          </Box>
        ) : (
          <Nothing />
        )}
      </Card>
      <Pagination />
    </>
  );
};

const Nothing = () => {
  const { filterValues } = useListContext();
  return Object.keys(filterValues).length > 0 ? (
    <EmptyState title="Nobody did such a thing">Remove a filter, or choose other days.</EmptyState>
  ) : (
    <EmptyState title="Nothing has been done yet">
      Assign, snooze, call or close a customer: it appears here with your name.
    </EmptyState>
  );
};
