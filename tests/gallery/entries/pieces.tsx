import { Box } from '@mui/material';
import { Tiles } from '../../../src/dashboard/overview/tiles/Tiles.tsx';
import { PortfolioTiles } from '../../../src/dashboard/portfolio/PortfolioTiles.tsx';
import { EmptyState } from '../../../src/dashboard/shared/EmptyState.tsx';
import { Failure } from '../../../src/dashboard/shared/Failure.tsx';
import { Interval } from '../../../src/dashboard/shared/figures/Interval.tsx';
import { RateBar, RateText } from '../../../src/dashboard/shared/figures/RateBar.tsx';
import { Tile } from '../../../src/dashboard/shared/figures/Tile.tsx';
import { Answers } from '../../../src/dashboard/shared/guides/Answers.tsx';
import { IncidentAlert } from '../../../src/dashboard/shared/incidents/IncidentBanner.tsx';
import { JourneyLine } from '../../../src/dashboard/shared/journey/JourneyLine.tsx';
import { JourneySteps } from '../../../src/dashboard/shared/journey/JourneySteps.tsx';
import { useMetrics } from '../../../src/dashboard/shared/metrics/useMetrics.ts';
import { PageHeader } from '../../../src/dashboard/shared/PageHeader.tsx';
import { COLOR, Pill, type Tone } from '../../../src/dashboard/shared/Pill.tsx';
import { PersonAvatar } from '../../../src/dashboard/shared/people/PersonAvatar.tsx';
import { PersonName } from '../../../src/dashboard/shared/people/PersonName.tsx';
import { ComparedWith } from '../../../src/dashboard/shared/period/ComparedWith.tsx';
import { PeriodPicker } from '../../../src/dashboard/shared/period/PeriodPicker.tsx';
import { workingSx } from '../../../src/dashboard/shared/presence/ColleagueAvatars.tsx';
import { DOES } from '../../../src/dashboard/shared/presence/does.ts';
import { SoftwareTiles } from '../../../src/dashboard/software/SoftwareTiles.tsx';
import type { Rate } from '../../../src/journey/metrics/rate.ts';
import type { Entry } from '../entry.ts';
import { INCIDENT } from '../incident.ts';
import { YEAR } from './cards.tsx';

const isTone = (name: string): name is Tone => name in COLOR;
const TONES = Object.keys(COLOR).filter(isTone);

const RATE: Rate = {
  count: 12,
  of: 40,
  rate: 0.3,
  interval: { low: 0.18, high: 0.45 },
  tooFew: false,
};

const PortfolioTilesOfAll = () => (
  <PortfolioTiles answer={useMetrics('portfolio', { period: YEAR.period }).data} scope={YEAR} />
);

const OverviewTiles = () => <Tiles overview={useMetrics('overview', YEAR).data} scope={YEAR} />;

export const pieces = {
  Answers: { show: ({ customer }) => <Answers customer={customer} /> },
  EmptyState: { show: () => <EmptyState title="Nothing here yet">What to do next.</EmptyState> },
  Failure: { show: () => <Failure error={{ message: 'It failed.' }} onRetry={() => {}} /> },
  IncidentAlert: {
    show: () => (
      <IncidentAlert incidents={[INCIDENT, { ...INCIDENT, id: 'other', software: 'rvam' }]} />
    ),
  },
  Interval: {
    show: () => (
      <Interval
        label="20 points more, 95% confidence interval: 4 to 35 points"
        value={0.2}
        interval={{ low: 0.04, high: 0.35 }}
        tone="plain"
        scale={[-0.5, 0.5]}
        against={0}
      />
    ),
  },
  JourneyLine: { show: ({ customer }) => <JourneyLine customer={customer} journey={undefined} /> },
  JourneySteps: { show: ({ customer }) => <JourneySteps customer={customer} /> },
  // Week 53 of a team in Auckland.
  PeriodPicker: {
    route: {
      pattern: '/overview',
      path: '/overview?from=2026-12-27T11:00:00.000Z&to=2027-01-03T11:00:00.000Z&unit=week',
    },
    show: () => (
      <PageHeader title="Overview" note={<ComparedWith />}>
        <PeriodPicker />
      </PageHeader>
    ),
  },
  PersonAvatar: {
    show: () => (
      <>
        <PersonAvatar id="removed" /> <PersonName id="removed" />
        <PersonAvatar id="removed" does={DOES.working} sx={workingSx} />
      </>
    ),
  },
  Pill: {
    show: () => (
      <Box sx={{ display: 'flex', gap: 1 }}>
        {TONES.map((tone) => (
          <Pill key={tone} tone={tone}>
            {tone}
          </Pill>
        ))}
      </Box>
    ),
  },
  RateBar: {
    show: () => (
      <>
        <RateBar rate={RATE} tone="bad" against={0.2} />
        <RateText rate={RATE} />
      </>
    ),
  },
  PortfolioTiles: { show: () => <PortfolioTilesOfAll /> },
  SoftwareTiles: { show: ({ software }) => <SoftwareTiles software={software} scope={YEAR} /> },
  Tile: { show: () => <Tile label="Stuck now" content={{ figure: 12, note: 'of 40' }} /> },
  Tiles: { show: () => <OverviewTiles /> },
} satisfies Record<string, Entry>;
