import { useMemo } from 'react';
import { DataTable } from 'react-admin';
import type { CustomerRecord } from '../../api/customers/resource.ts';
import { BulkActions } from '../shared/bulk/BulkActions.tsx';
import { NamedRows } from '../shared/list/NamedRows.tsx';
import type { useColumns } from '../shared/views/useColumns.ts';
import { CELLS } from './customerColumns.tsx';

type Props = { table: Pick<ReturnType<typeof useColumns>, 'storeKey' | 'order' | 'hidden'> };

export const CustomerTable = ({ table: { storeKey, order, hidden } }: Props) => {
  // The same elements for as long as the columns are the same, so that a row renders again only for its own changes.
  const columns = useMemo(() => order.map((column) => CELLS[column]), [order]);
  return (
    <DataTable<CustomerRecord>
      rowClick="show"
      body={NamedRows}
      storeKey={storeKey}
      hiddenColumns={hidden}
      // Without it, react-admin shows no checkboxes to those who can’t delete.
      bulkActionButtons
      bulkActionsToolbar={<BulkActions />}
    >
      {columns}
    </DataTable>
  );
};
