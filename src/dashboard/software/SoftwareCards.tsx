import { Box, Typography } from '@mui/material';
import type { SoftwareNumbers } from '../../api/metrics/software.ts';
import type { Period } from '../../journey/metrics/period.ts';
import { Fact, Facts } from '../shared/Facts.tsx';
import { IncidentPill } from '../shared/incidents/IncidentPill.tsx';
import { ShareBar, ShareText } from '../shared/metrics/LinkedShare.tsx';
import { SoftwareLink } from '../shared/metrics/SoftwareLink.tsx';
import { type SoftwareOfPeriod, useFailedFirst } from '../shared/metrics/useFailedFirst.tsx';
import { attemptsText, InProgress, topReasonOf, useGaveUp, useNotConnected } from './figures.tsx';
import { FAILED_FIRST, GAVE_UP, NOT_THEIRS_LABEL, notConnectedLabel } from './labels.ts';
import { NotTheirs } from './NotTheirs.tsx';
import { Trend } from './Trend.tsx';

type Props = { software: SoftwareNumbers[]; period: Period };

/** The table’s rows as cards, for small screens. */
export const SoftwareCards = ({ software, period }: Props) => (
  <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
    {software.map((one) => (
      <SoftwareCard key={one.id} software={one} period={period} />
    ))}
  </Box>
);

const SoftwareCard = (numbers: SoftwareOfPeriod) => {
  const { software: one } = numbers;
  const failedFirst = useFailedFirst(numbers);
  return (
    <Box
      component="li"
      sx={{ p: 2, display: 'grid', gap: 1, borderBottom: 1, borderColor: 'line.faint' }}
    >
      <Box sx={{ display: 'flex', gap: 1, justifyContent: 'space-between' }}>
        <Typography component="div" sx={{ fontWeight: 600 }}>
          <SoftwareLink software={one} />
        </Typography>
        <IncidentPill software={one.id} />
      </Box>
      <ShareBar {...failedFirst} />
      <Facts>
        <Fact name={FAILED_FIRST}>
          <ShareText {...failedFirst} />
        </Fact>
        <Fact name="Weekly trend">
          <Trend weeks={one.weeks} />
        </Fact>
        <Fact name="Top reason">{topReasonOf(one) || '–'}</Fact>
        <Fact name={notConnectedLabel(one.notConnected.days)}>
          <ShareText {...useNotConnected(numbers)} />
        </Fact>
        <Fact name={GAVE_UP}>
          <ShareText {...useGaveUp(numbers)} />
        </Fact>
        <Fact name="Attempts that failed">{attemptsText(one)}</Fact>
        <Fact name={NOT_THEIRS_LABEL}>
          <NotTheirs {...numbers} />
        </Fact>
        <Fact name="In progress">
          <InProgress software={one} />
        </Fact>
      </Facts>
    </Box>
  );
};
