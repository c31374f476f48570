import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import type { FunnelAnswer } from '../../api/metrics/answers.ts';
import { STAGE_LABELS } from '../../journey/stages.ts';
import { RateText } from '../metrics/RateBar.tsx';
import { spanOf } from '../metrics/words.ts';

const COLUMNS = [
  'Stage',
  'Reached',
  'Of previous',
  'Median time',
  '90th percentile',
  'Moving',
  'Stuck',
  'Closed',
  'Began again',
];

const timeOf = (hours: number | null): string => (hours === null ? '–' : spanOf(hours));

/** The funnel in figures. */
export const FunnelTable = ({ funnel }: { funnel: FunnelAnswer }) => (
  // Reached by the keyboard too, as it scrolls where there is little room.
  <Box tabIndex={0} role="region" aria-label="The funnel in figures" sx={{ overflowX: 'auto' }}>
    <Table size="small">
      <TableHead>
        <TableRow>
          {COLUMNS.map((column, index) => (
            <TableCell key={column} align={index === 0 ? 'left' : 'right'}>
              {column}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {funnel.stages.map(({ stage, reached, fromPrevious, medianHours, p90Hours, stopped }) => (
          <TableRow key={stage}>
            <TableCell component="th" scope="row">
              {STAGE_LABELS[stage]}
            </TableCell>
            <TableCell align="right">{reached.toLocaleString()}</TableCell>
            <TableCell align="right">{fromPrevious && <RateText rate={fromPrevious} />}</TableCell>
            <TableCell align="right">{timeOf(medianHours)}</TableCell>
            <TableCell align="right">{timeOf(p90Hours)}</TableCell>
            <TableCell align="right">{stopped.moving}</TableCell>
            <TableCell align="right">{stopped.stuck}</TableCell>
            <TableCell align="right">{stopped.closed}</TableCell>
            <TableCell align="right">{stopped.earlier}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  </Box>
);
