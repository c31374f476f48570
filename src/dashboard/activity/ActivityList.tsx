import { Box } from '@mui/material';
import { FilterButton, FilterForm, ListBase, Loading, useListContext } from 'react-admin';
import type { ActivityRecord } from '../../api/activity/resource.ts';
import { ActivityItem } from '../shared/activity/ActivityItem.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { ListRows } from '../shared/list/ListRows.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { activityFilters } from './activityFilters.tsx';
import { ExportButton } from './ExportButton.tsx';

const shown = activityFilters.map(({ props }) => props.source);

/** Who did what to which customer, the newest first. Openings of customers show only when the filter names them. */
export const ActivityList = () => (
  <ListBase<ActivityRecord> sort={{ field: 'at', order: 'DESC' }} perPage={25}>
    <PageHeader
      title="Activity"
      note="Audit log of what your team and Unstuck did. Entries can’t be edited."
    >
      <FilterButton filters={activityFilters} />
      <ExportButton />
    </PageHeader>
    <FilterForm filters={activityFilters} />
    <ListRows
      shown={shown}
      noMatches="No matching activity"
      empty={<EmptyState title="No activity yet">Your team’s actions will appear here.</EmptyState>}
    >
      <Activities />
    </ListRows>
  </ListBase>
);

const Activities = () => {
  const { data, isPending } = useListContext<ActivityRecord>();
  if (isPending) return <Loading />;
  return (
    <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {data?.map((activity) => (
        <ActivityItem key={activity.id} activity={activity} />
      ))}
    </Box>
  );
};
