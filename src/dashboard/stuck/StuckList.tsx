import { Box, Typography } from '@mui/material';
import { ColumnsButton, ListBase, Loading, useListContext } from 'react-admin';
import { Navigate, useLocation, useParams } from 'react-router-dom';
import type { CustomerRecord } from '../../api/customers/resource.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { IncidentBanner } from '../shared/incidents/IncidentBanner.tsx';
import { FilteredCount } from '../shared/list/FilteredCount.tsx';
import { ListRows } from '../shared/list/ListRows.tsx';
import { useRoomForTable } from '../shared/list/useRoomForTable.ts';
import { NextCaseButton } from '../shared/next-case/NextCaseButton.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ListColleagues } from '../shared/presence/useColleagues.tsx';
import { useColumns } from '../shared/views/useColumns.ts';
import { useDefaultView, useOpenView } from '../shared/views/useViews.ts';
import { ViewMenu } from '../shared/views/ViewMenu.tsx';
import { ViewNotice } from '../shared/views/ViewNotice.tsx';
import { ViewTabs } from '../shared/views/ViewTabs.tsx';
import { addressOf } from '../shared/views/viewAddress.ts';
import { FiltersButton } from './FiltersButton.tsx';
import { QueueRows } from './QueueRows.tsx';
import { useQueueColumns } from './queueColumns.tsx';
import { queueLabels } from './queueLabels.tsx';
import { FilterColumn } from './StuckFilters.tsx';
import { EVERYONE, type QueueView, useQueueViews } from './useQueueViews.ts';

const URGENT_FIRST = { field: 'priority', order: 'ASC' } as const;

/** The queue: stuck customers, the most urgent first, in the view that the address names. */
export const StuckList = () => {
  const bases = useQueueViews();
  const { view } = useParams();
  const { search } = useLocation();
  const start = useDefaultView('queue');
  const opening = view === undefined && search === '';
  if (!bases || (opening && start === undefined)) return <Loading />;
  if (opening && start) return <Navigate to={addressOf(start, bases)} replace />;
  return <Queue bases={bases} base={bases.find(({ id }) => id === view) ?? EVERYONE} />;
};

type Props = { bases: readonly QueueView[]; base: QueueView };

const Queue = ({ bases, base }: Props) => {
  const { id, filter, one, many, note } = base;
  const columns = useQueueColumns();
  const table = useColumns(columns, useOpenView('queue'));
  const wide = useRoomForTable();
  return (
    <ListBase
      resource="customers"
      storeKey={base === EVERYONE ? 'stuck' : `stuck.${id}`}
      filter={filter}
      sort={URGENT_FIRST}
      perPage={25}
      // Everyone may see customers. To wait for that as well would delay the rows.
      disableAuthentication
    >
      <PageHeader
        title="Stuck"
        note={<FilteredCount resource="customers" filter={filter} one={one} many={many} />}
      >
        <FiltersButton base={base} />
        {wide && <ColumnsButton storeKey={table.storeKey} />}
        <ViewMenu page="queue" bases={bases} base={base} columns={columns} />
        <NextCase base={base} />
      </PageHeader>
      <IncidentBanner />
      <ViewTabs page="queue" bases={bases} base={base} />
      <Box sx={{ display: 'flex', gap: 2, mt: 1.5 }}>
        <FilterColumn base={base} />
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <ViewNotice page="queue" />
          {note && (
            <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
              {note}
            </Typography>
          )}
          <ListRows labels={queueLabels} noMatches="No matches" empty={<Empty {...base.empty} />}>
            <ListColleagues>
              <QueueRows table={table} />
            </ListColleagues>
          </ListRows>
        </Box>
      </Box>
    </ListBase>
  );
};

/** Of the list as it is filtered. Views of those who aren’t stuck have none. */
const NextCase = ({ base: { filter } }: Pick<Props, 'base'>) => {
  const { data = [], filterValues, isPending } = useListContext<CustomerRecord>();
  const ofStuck = 'stuck' in filter && filter.stuck === true;
  if (!ofStuck || (!isPending && data.length === 0)) return null;
  return (
    // It has its place until it is known whether there is a case.
    <Box sx={{ visibility: isPending ? 'hidden' : 'visible' }}>
      <NextCaseButton filter={{ ...filterValues, ...filter }} />
    </Box>
  );
};

const Empty = ({ title, text }: QueueView['empty']) => (
  <EmptyState title={title}>{text}</EmptyState>
);
