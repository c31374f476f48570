import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import type { ReactNode } from 'react';

type Props = {
  label: string;
  /** The first is the row’s heading; the others hold figures. */
  columns: string[];
  rows: { id: string; cells: ReactNode[] }[];
};

const alignOf = (column: number) => (column === 0 ? 'left' : 'right');

/** The figures of a chart, as a table. */
export const FiguresTable = ({ label, columns, rows }: Props) => (
  // It scrolls sideways on small screens, so it must be reachable by keyboard.
  <Box component="section" tabIndex={0} aria-label={label} sx={{ overflowX: 'auto', mb: 1 }}>
    <Table size="small" sx={{ '& td, & th': { height: 34 } }}>
      <TableHead>
        <TableRow>
          {columns.map((column, index) => (
            <TableCell key={column} align={alignOf(index)}>
              {column}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map(({ id, cells }) => (
          <TableRow key={id}>
            {cells.map((cell, index) => (
              <TableCell
                key={columns[index]}
                align={alignOf(index)}
                {...(index === 0 && { component: 'th', scope: 'row' })}
              >
                {cell}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  </Box>
);
