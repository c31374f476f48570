import { Box } from '@mui/material';
import { useMemo } from 'react';
import { DataTable } from 'react-admin';
import type { CustomerRecord } from '../../api/customers/resource.ts';
import { BulkActions } from '../shared/bulk/BulkActions.tsx';
import { useIsGone } from '../shared/list/SteadyRows.tsx';
import type { useColumns } from '../shared/views/useColumns.ts';
import { ExpandButton } from './ExpandButton.tsx';
import { QueueBody } from './QueueBody.tsx';
import { cellsOf } from './queueColumns.tsx';
import { StuckActions } from './StuckActions.tsx';

const Column = DataTable.Col<CustomerRecord>;

const ACTIONS = (
  <Column
    key="actions"
    disableSort
    // No string, so that it can’t be hidden.
    label={<>Next best action</>}
    align="right"
    render={(customer) => (
      <Box sx={{ display: 'flex', justifyContent: 'flex-end' }}>
        <StuckActions customer={customer} />
        <ExpandButton customer={customer} />
      </Box>
    )}
  />
);

const hereSx = {};
const goneSx = { bgcolor: 'tint.neutral' };

export type QueueTable = Pick<
  ReturnType<typeof useColumns>,
  'storeKey' | 'order' | 'hidden' | 'shown'
>;

export const StuckTable = ({ table }: { table: QueueTable }) => {
  const isGone = useIsGone();
  const { order } = table;
  const contactApart = table.shown.includes('lastSentAt');
  // The same elements for as long as the columns are the same, so that a row renders again only for its own changes.
  const columns = useMemo(() => {
    const cells = cellsOf({ contactApart });
    return [...order.map((column) => cells[column]), ACTIONS];
  }, [order, contactApart]);
  return (
    <DataTable<CustomerRecord>
      rowClick={(id) => `/customers/${encodeURIComponent(id)}/show`}
      body={QueueBody}
      // Without it, react-admin shows no checkboxes to those who can’t delete.
      bulkActionButtons
      bulkActionsToolbar={<BulkActions />}
      storeKey={table.storeKey}
      hiddenColumns={table.hidden}
      // All of a row is in sight on narrow screens too.
      sx={{ '& td, & th': { px: { xs: '3px', lg: '4px', xl: '6px' } } }}
      rowSx={(customer) => (isGone(customer) ? goneSx : hereSx)}
    >
      {columns}
    </DataTable>
  );
};
