import { Box } from '@mui/material';
import { ListBase, useListContext } from 'react-admin';
import type { CustomerRecord } from '../../api/customers/resource.ts';
import { STAGE_LABELS } from '../../journey/stages.ts';
import { CustomerCards } from '../shared/customers/CustomerCards.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { PRIORITY_LABELS } from '../shared/journey/labels.ts';
import { type FilterLabels, labelled } from '../shared/list/FilterChips.tsx';
import { FilteredCount } from '../shared/list/FilteredCount.tsx';
import { ListRows } from '../shared/list/ListRows.tsx';
import { useRoomForTable } from '../shared/list/useRoomForTable.ts';
import { NextCaseButton } from '../shared/next-case/NextCaseButton.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { SoftwareName } from '../shared/SoftwareName.tsx';
import { AssigneeCell } from './AssigneeCell.tsx';
import { FiltersButton } from './FiltersButton.tsx';
import { SnoozedLink } from './SnoozedLink.tsx';
import { StuckActions } from './StuckActions.tsx';
import { FilterColumn } from './StuckFilters.tsx';
import { StuckTable } from './StuckTable.tsx';

const URGENT_FIRST = { field: 'priority', order: 'ASC' } as const;
const STUCK = { stuck: true };

const labels: FilterLabels = {
  q: { label: 'Search' },
  priority: { label: 'Priority', show: labelled(PRIORITY_LABELS) },
  stage: { label: 'Stuck at', show: labelled(STAGE_LABELS) },
  software: { label: 'Software', show: (id) => <SoftwareName id={id} /> },
};

/** The queue: stuck customers, the most urgent first. */
export const StuckList = () => (
  <ListBase resource="customers" storeKey="stuck" filter={STUCK} sort={URGENT_FIRST} perPage={25}>
    <PageHeader
      title="Stuck"
      note={
        <FilteredCount
          resource="customers"
          filter={STUCK}
          one="customer needs attention"
          many="customers need attention"
        />
      }
    >
      <SnoozedLink />
      <FiltersButton />
      <NextCase />
    </PageHeader>
    <Box sx={{ display: 'flex', gap: 2 }}>
      <FilterColumn />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <ListRows labels={labels} noMatches="No matches" empty={<AllClear />}>
          <Rows />
        </ListRows>
      </Box>
    </Box>
  </ListBase>
);

/** Of the list as it is filtered. */
const NextCase = () => {
  const { data, filterValues } = useListContext<CustomerRecord>();
  return data && data.length > 0 && <NextCaseButton filter={filterValues} />;
};

const Rows = () =>
  useRoomForTable() ? (
    <StuckTable />
  ) : (
    <CustomerCards
      actions={(customer) => (
        <Box sx={{ display: 'flex', gap: 0.5, alignItems: 'center' }}>
          <AssigneeCell customer={customer} />
          <StuckActions customer={customer} />
        </Box>
      )}
    />
  );

const AllClear = () => (
  <EmptyState title="All clear">No one is stuck. New cases appear here automatically.</EmptyState>
);
