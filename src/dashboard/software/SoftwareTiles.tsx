import { Box } from '@mui/material';
import type { SoftwareNumbers } from '../../api/metrics/software.ts';
import type { SoftwareRecord } from '../../api/software/resource.ts';
import type { Rate } from '../../journey/metrics/rate.ts';
import { Failure } from '../shared/Failure.tsx';
import { hoursLabel, percent, percentRange } from '../shared/figures/labels.ts';
import { RateBar } from '../shared/figures/RateBar.tsx';
import { Tile, type TileContent, TileRow } from '../shared/figures/Tile.tsx';
import { counted } from '../shared/format/counted.ts';
import { IncidentBanner } from '../shared/incidents/IncidentBanner.tsx';
import { useMetrics } from '../shared/metrics/useMetrics.ts';
import type { Scope } from '../shared/metrics/useScope.ts';
import { InProgress } from './figures.tsx';

type Props = { software: SoftwareRecord; scope: Scope };

/** The numbers of one app, and whether it fails more than usual. */
export const SoftwareTiles = ({ software, scope: { period, accountManagerId } }: Props) => {
  const { data, error, refetch } = useMetrics('software', { period, accountManagerId });
  if (error && !data) return <Failure error={error} onRetry={() => refetch()} />;
  const numbers = data?.software.find(({ id }) => id === software.id);
  const known = data && tilesOf(numbers);
  return (
    <>
      <IncidentBanner software={software.id} />
      <TileRow>
        <Tile label="Failure rate" content={known?.failure} definition={data?.definition} />
        <Tile label="Abandonment" content={known?.abandonment} definition={data?.definition} />
        <Tile label="Median time to connect" content={known?.time} definition={data?.definition} />
        <Tile label="In progress now" content={known?.progress} definition={data?.definition} />
      </TileRow>
    </>
  );
};

/** An app without attempts in the period has no numbers. */
const tilesOf = (numbers: SoftwareNumbers | undefined): Record<string, TileContent> => ({
  failure: rateContent(numbers?.failure),
  abandonment: rateContent(numbers?.abandonment),
  time: timeContent(numbers?.hoursToConnect),
  progress: {
    figure: numbers ? <InProgress software={numbers} /> : 0,
    note: 'Not yet connected',
  },
});

const rateContent = (rate: Rate | undefined): TileContent => {
  if (!rate || rate.rate === null) return { figure: '–', note: 'No finished attempts' };
  return {
    figure: rate.tooFew ? `${rate.count} of ${rate.of}` : percent(rate.rate),
    note: (
      <Box sx={{ display: 'grid', gap: 0.75 }}>
        {rate.tooFew ? 'Too few for a rate' : `${rate.count} of ${rate.of}`}
        <RateBar rate={rate} tone="bad" />
        {rate.interval && `95% CI ${percentRange(rate.interval)}`}
      </Box>
    ),
  };
};

const timeContent = (hours: SoftwareNumbers['hoursToConnect'] | undefined): TileContent =>
  !hours || hours.median === null
    ? { figure: '–', note: 'No connections in this period' }
    : { figure: hoursLabel(hours.median), note: counted(hours.sample, 'customer', 'customers') };
