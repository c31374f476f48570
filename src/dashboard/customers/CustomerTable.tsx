import { DataTable } from 'react-admin';
import type { CustomerRecord } from '../../api/customers/resource.ts';
import { BulkCheckButton } from '../shared/codat-checks/BulkCheckButton.tsx';
import { BulkManagerButton } from '../shared/customers/BulkManagerButton.tsx';
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
    bulkActionButtons={
      <>
        <BulkManagerButton />
        <BulkCheckButton />
      </>
    }
  >
    {order.map((column) => CELLS[column])}
  </DataTable>
);
