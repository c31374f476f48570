import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import type { MouseEvent } from 'react';
import { useNavigate } from 'react-router-dom';
import type { SoftwareNumbers } from '../../api/metrics/software.ts';
import type { Period } from '../../journey/metrics/period.ts';
import { IncidentPill } from '../shared/incidents/IncidentPill.tsx';
import { ShareBar, ShareText } from '../shared/metrics/LinkedShare.tsx';
import { SoftwareLink, useSoftwarePath } from '../shared/metrics/SoftwareLink.tsx';
import { type SoftwareOfPeriod, useFailedFirst } from '../shared/metrics/useFailedFirst.tsx';
import { TwoLines } from '../shared/TwoLines.tsx';
import { attemptsText, InProgress, topReasonOf, useGaveUp, useNotConnected } from './figures.tsx';
import { FAILED_FIRST, GAVE_UP, NOT_THEIRS_LABEL, notConnectedLabel } from './labels.ts';
import { NotTheirs } from './NotTheirs.tsx';
import { Trend } from './Trend.tsx';

/** Text wraps, so that all columns fit on a laptop. */
const tableSx = {
  '& td, & th': { whiteSpace: 'normal' },
  '& thead th': { verticalAlign: 'bottom', lineHeight: 1.3 },
} as const;

type Props = { software: SoftwareNumbers[]; period: Period; days: number };

export const SoftwareTable = ({ software, period, days }: Props) => (
  <Table sx={tableSx}>
    <TableHead>
      <TableRow>
        <TableCell sx={{ pl: 2 }}>Software</TableCell>
        <TableCell>{FAILED_FIRST}</TableCell>
        <TableCell>Weekly trend</TableCell>
        <TableCell>{notConnectedLabel(days)}</TableCell>
        <TableCell>{GAVE_UP}</TableCell>
        <TableCell align="right">Attempts that failed</TableCell>
        <TableCell align="right">{NOT_THEIRS_LABEL}</TableCell>
        <TableCell align="right" sx={{ pr: 2 }}>
          In progress
        </TableCell>
      </TableRow>
    </TableHead>
    <TableBody>
      {software.map((one) => (
        <Row key={one.id} software={one} period={period} />
      ))}
    </TableBody>
  </Table>
);

/** Opens the app’s page when clicked, except on a link. */
const Row = (numbers: SoftwareOfPeriod) => {
  const { software: one } = numbers;
  const failedFirst = useFailedFirst(numbers);
  const navigate = useNavigate();
  const pathOf = useSoftwarePath();
  const openUnlessLink = ({ target }: MouseEvent) => {
    if (target instanceof Element && !target.closest('a')) navigate(pathOf(one.id));
  };
  return (
    <TableRow hover onClick={openUnlessLink} sx={{ cursor: 'pointer' }}>
      <TableCell component="th" scope="row" sx={{ pl: 2 }}>
        <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center' }}>
          <TwoLines first={<SoftwareLink software={one} />} second={topReasonOf(one)} />
          <IncidentPill software={one.id} />
        </Box>
      </TableCell>
      <TableCell>
        <Box sx={{ display: 'grid', gap: 0.75, maxWidth: 190 }}>
          <ShareText {...failedFirst} />
          <ShareBar {...failedFirst} />
        </Box>
      </TableCell>
      <TableCell>
        <Trend weeks={one.weeks} />
      </TableCell>
      <TableCell>
        <ShareText {...useNotConnected(numbers)} />
      </TableCell>
      <TableCell>
        <ShareText {...useGaveUp(numbers)} />
      </TableCell>
      <TableCell align="right">{attemptsText(one)}</TableCell>
      <TableCell align="right">
        <NotTheirs {...numbers} />
      </TableCell>
      <TableCell align="right" sx={{ pr: 2 }}>
        <InProgress software={one} />
      </TableCell>
    </TableRow>
  );
};
