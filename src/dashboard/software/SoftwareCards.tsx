import { Box, Typography } from '@mui/material';
import type { SoftwareAnswer } from '../../api/metrics/answers.ts';
import { Fact, Facts } from '../shared/Facts.tsx';
import { InProgress, TimeToConnect, TriesText, topReasonOf } from '../shared/metrics/figures.tsx';
import { RateBar } from '../shared/metrics/RateBar.tsx';
import { SoftwareLink } from '../shared/metrics/SoftwareLink.tsx';
import { SpikePill } from '../shared/metrics/SpikePill.tsx';
import { Trend } from './Trend.tsx';

/** The table's rows where there is no room for it. */
export const SoftwareCards = ({ software }: Pick<SoftwareAnswer, 'software'>) => (
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
          <SpikePill spike={one.spike} />
        </Box>
        <RateBar rate={one.failure} tone="bad" />
        <Facts>
          <Fact name="Failed tries">
            <TriesText rate={one.failure} />
          </Fact>
          <Fact name="Week by week">
            <Trend weeks={one.weeks} />
          </Fact>
          <Fact name="Most often">{topReasonOf(one) || '–'}</Fact>
          <Fact name="Median time to connect">
            <TimeToConnect hours={one.hoursToConnect} />
          </Fact>
          <Fact name="In progress">
            <InProgress software={one} />
          </Fact>
          <Fact name="Abandoned">
            <TriesText rate={one.abandonment} />
          </Fact>
        </Facts>
      </Box>
    ))}
  </Box>
);
