import { Box } from '@mui/material';
import { CustomerCards } from '../shared/customers/CustomerCards.tsx';
import { useRoomForTable } from '../shared/list/useRoomForTable.ts';
import { AssigneeCell } from './AssigneeCell.tsx';
import { ExpandButton, LastEvents, panelOf, WhenExpanded } from './ExpandButton.tsx';
import { StuckActions } from './StuckActions.tsx';
import { type QueueTable, StuckTable } from './StuckTable.tsx';

/** The queue’s rows, or cards where there is no room for a table. */
export const QueueRows = ({ table }: { table: QueueTable }) =>
  useRoomForTable() ? (
    <StuckTable table={table} />
  ) : (
    <CustomerCards
      withContact
      actions={(customer) => (
        <Box sx={{ display: 'flex', gap: 0.5, alignItems: 'center' }}>
          <AssigneeCell customer={customer} />
          <StuckActions customer={customer} />
          <ExpandButton customer={customer} />
        </Box>
      )}
      more={(customer) => (
        <WhenExpanded customer={customer}>
          <Box id={panelOf(customer.id)}>
            <LastEvents customer={customer} />
          </Box>
        </WhenExpanded>
      )}
    />
  );
