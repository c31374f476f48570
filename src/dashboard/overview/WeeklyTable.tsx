import { Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import type { WeeklyAnswer } from '../../api/metrics/answers.ts';
import { RateText } from '../metrics/RateBar.tsx';
import { exactDay } from '../shared/duration.ts';

/** What the chart shows, in figures. */
export const WeeklyTable = ({ weeks }: Pick<WeeklyAnswer, 'weeks'>) => (
  <Table size="small">
    <TableHead>
      <TableRow>
        <TableCell>Week from</TableCell>
        <TableCell align="right">Completed</TableCell>
      </TableRow>
    </TableHead>
    <TableBody>
      {weeks.map(({ week, from, completed }) => (
        <TableRow key={week}>
          <TableCell component="th" scope="row">
            {exactDay(from)}
          </TableCell>
          <TableCell align="right">
            <RateText rate={completed} />
          </TableCell>
        </TableRow>
      ))}
    </TableBody>
  </Table>
);
