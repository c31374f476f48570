import { DataTable } from 'react-admin';
import type { CustomerRecord } from '../../api/customers/resource.ts';
import { BulkActions } from '../shared/bulk/BulkActions.tsx';
import { NamedRows } from '../shared/list/NamedRows.tsx';
import type { useColumns } from '../shared/views/useColumns.ts';
import { CELLS } from './customerColumns.tsx';

type Props = { table: Pick<ReturnType<typeof useColumns>, 'storeKey' | 'order' | 'hidden'> };

export const CustomerTable = ({ table: { storeKey, order, hidden } }: Props) => (
  <DataTable<CustomerRecord>
    rowClick="show"
    body={NamedRows}
    storeKey={storeKey}
    hiddenColumns={hidden}
    // Without it, react-admin shows no checkboxes to those who can’t delete.
    bulkActionButtons
    bulkActionsToolbar={<BulkActions />}
  >
    {order.map((column) => CELLS[column])}
  </DataTable>
);
