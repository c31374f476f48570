import { Box } from '@mui/material';
import type { Rate } from '../../api/metrics/answers.ts';
import type { SoftwareRecord } from '../../api/software/resource.ts';
import { Failure } from '../shared/Failure.tsx';
import { InProgress, type SoftwareNumbers } from '../shared/metrics/figures.tsx';
import { HowCounted } from '../shared/metrics/HowCounted.tsx';
import { RateBar } from '../shared/metrics/RateBar.tsx';
import { SpikeAlert } from '../shared/metrics/SpikeAlert.tsx';
import { Tile, type TileContent } from '../shared/metrics/Tile.tsx';
import { TileRow } from '../shared/metrics/TileRow.tsx';
import { useMetrics } from '../shared/metrics/useMetrics.ts';
import type { Scope } from '../shared/metrics/useScope.ts';
import { intervalWords, percent, spanOf } from '../shared/metrics/words.ts';

type Props = { software: SoftwareRecord; scope: Scope };

/** The numbers of one software, and whether it fails more than usual. */
export const SoftwareTiles = ({ software, scope: { days, accountManagerId } }: Props) => {
  const { data, error, refetch } = useMetrics('software', { days, accountManagerId });
  if (error && !data) return <Failure error={error} onRetry={() => refetch()} />;
  const numbers = data?.software.find(({ id }) => id === software.id);
  const known = data && tilesOf(numbers);
  return (
    <>
      {numbers?.spike && (
        <SpikeAlert software={software.id} name={software.name} spike={numbers.spike} />
      )}
      <div>
        <TileRow>
          <Tile label="Failed tries" content={known?.failure} />
          <Tile label="Abandoned tries" content={known?.abandonment} />
          <Tile label="Median time to connect" content={known?.time} />
          <Tile label="In progress now" content={known?.progress} />
        </TileRow>
        {data && <HowCounted>{data.definition}</HowCounted>}
      </div>
    </>
  );
};

/** Of a software that nobody tried in the period there are no numbers. */
const tilesOf = (numbers: SoftwareNumbers | undefined): Record<string, TileContent> => ({
  failure: rateContent(numbers?.failure),
  abandonment: rateContent(numbers?.abandonment),
  time: timeContent(numbers?.hoursToConnect),
  progress: {
    figure: numbers ? <InProgress software={numbers} /> : 0,
    note: 'neither connected nor closed',
  },
});

const rateContent = (rate: Rate | undefined): TileContent => {
  if (!rate || rate.rate === null) return { figure: '–', note: 'no try ended in the period' };
  return {
    figure: rate.tooFew ? `${rate.count} of ${rate.of}` : percent(rate.rate),
    note: (
      <Box sx={{ display: 'grid', gap: 0.75 }}>
        {rate.tooFew ? 'too few to tell' : `${rate.count} of ${rate.of}`}
        <RateBar rate={rate} tone="bad" />
        {rate.interval && intervalWords(rate.interval)}
      </Box>
    ),
  };
};

const timeContent = (hours: SoftwareNumbers['hoursToConnect'] | undefined): TileContent =>
  !hours || hours.median === null
    ? { figure: '–', note: 'nobody connected in the period' }
    : { figure: spanOf(hours.median), note: `of ${hours.sample} who connected` };
