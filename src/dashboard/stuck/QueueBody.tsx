import { TableCell, TableRow } from '@mui/material';
import { Children, memo } from 'react';
import { type DataTableBodyProps, type DataTableRowProps, useRecordContext } from 'react-admin';
import type { CustomerRecord } from '../../api/customers/resource.ts';
import { NamedRow, NamedRows } from '../shared/list/NamedRows.tsx';
import { LastEvents, panelOf, WhenExpanded } from './ExpandButton.tsx';

/**
 * The queue’s rows, each with what happened last under it once that is asked for. Not by the table’s own `expand`, whose
 * button is out of reach for keyboards and screen readers, and which adds an empty row under each.
 */
export const QueueBody = (props: DataTableBodyProps) => <NamedRows {...props} row={Row} />;

const Row = memo((props: DataTableRowProps) => {
  const customer = useRecordContext<CustomerRecord>();
  return (
    <>
      <NamedRow {...props} />
      {customer && (
        <WhenExpanded customer={customer}>
          <TableRow id={panelOf(customer.id)}>
            <TableCell colSpan={Children.toArray(props.children).length + 1}>
              <LastEvents customer={customer} />
            </TableCell>
          </TableRow>
        </WhenExpanded>
      )}
    </>
  );
});
