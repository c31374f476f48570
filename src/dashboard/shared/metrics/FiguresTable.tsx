import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import type { ReactNode } from 'react';

type Props = {
  label: string;
  /** The first names what a row is of; the others are figures. */
  columns: string[];
  rows: { id: string; cells: ReactNode[] }[];
};

const alignOf = (column: number) => (column === 0 ? 'left' : 'right');

/** What a picture shows, in figures. */
export const FiguresTable = ({ label, columns, rows }: Props) => (
  // It can be reached by the keyboard, as it scrolls where there is little room.
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
