import { Box, Typography } from '@mui/material';
import type { SoftwareNumbers } from '../../api/metrics/software.ts';
import { Fact, Facts } from '../shared/Facts.tsx';
import { RateBar } from '../shared/figures/RateBar.tsx';
import { IncidentPill } from '../shared/incidents/IncidentPill.tsx';
import { SoftwareLink } from '../shared/metrics/SoftwareLink.tsx';
import { AttemptsText, InProgress, TimeToConnect, topReasonOf } from './figures.tsx';
import { Trend } from './Trend.tsx';

/** The table’s rows as cards, for small screens. */
export const SoftwareCards = ({ software }: { software: SoftwareNumbers[] }) => (
  <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
    {software.map((one) => (
      <Box
        component="li"
        key={one.id}
        sx={{ p: 2, display: 'grid', gap: 1, borderBottom: 1, borderColor: 'line.faint' }}
      >
        <Box sx={{ display: 'flex', gap: 1, justifyContent: 'space-between' }}>
          <Typography component="div" sx={{ fontWeight: 600 }}>
            <SoftwareLink software={one} />
          </Typography>
          <IncidentPill software={one.id} />
        </Box>
        <RateBar rate={one.failure} tone="bad" />
        <Facts>
          <Fact name="Failure rate">
            <AttemptsText rate={one.failure} />
          </Fact>
          <Fact name="Weekly trend">
            <Trend weeks={one.weeks} />
          </Fact>
          <Fact name="Top reason">{topReasonOf(one) || '–'}</Fact>
          <Fact name="Median time to connect">
            <TimeToConnect hours={one.hoursToConnect} />
          </Fact>
          <Fact name="In progress">
            <InProgress software={one} />
          </Fact>
          <Fact name="Abandonment">
            <AttemptsText rate={one.abandonment} brief />
          </Fact>
        </Facts>
      </Box>
    ))}
  </Box>
);
