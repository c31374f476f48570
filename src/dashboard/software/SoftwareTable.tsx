import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import type { MouseEvent } from 'react';
import { useNavigate } from 'react-router-dom';
import type { SoftwareNumbers } from '../../api/metrics/software.ts';
import { RateBar } from '../shared/figures/RateBar.tsx';
import { IncidentPill } from '../shared/incidents/IncidentPill.tsx';
import { SoftwareLink, useSoftwarePath } from '../shared/metrics/SoftwareLink.tsx';
import { TwoLines } from '../shared/TwoLines.tsx';
import { AttemptsText, InProgress, TimeToConnect, topReasonOf } from './figures.tsx';
import { Trend } from './Trend.tsx';

export const SoftwareTable = ({ software }: { software: SoftwareNumbers[] }) => (
  <Table>
    <TableHead>
      <TableRow>
        <TableCell sx={{ pl: 2 }}>Software</TableCell>
        <TableCell>Failure rate</TableCell>
        <TableCell>Weekly trend</TableCell>
        <TableCell align="right">Median time to connect</TableCell>
        <TableCell align="right">In progress</TableCell>
        <TableCell align="right" sx={{ pr: 2 }}>
          Abandonment
        </TableCell>
      </TableRow>
    </TableHead>
    <TableBody>
      {software.map((one) => (
        <Row key={one.id} software={one} />
      ))}
    </TableBody>
  </Table>
);

/** Opens the app’s page when clicked, except on a link. */
const Row = ({ software: one }: { software: SoftwareNumbers }) => {
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
          <AttemptsText rate={one.failure} />
          <RateBar rate={one.failure} tone="bad" />
        </Box>
      </TableCell>
      <TableCell>
        <Trend weeks={one.weeks} />
      </TableCell>
      <TableCell align="right">
        <TimeToConnect hours={one.hoursToConnect} />
      </TableCell>
      <TableCell align="right">
        <InProgress software={one} />
      </TableCell>
      <TableCell align="right" sx={{ pr: 2 }}>
        <AttemptsText rate={one.abandonment} brief />
      </TableCell>
    </TableRow>
  );
};
