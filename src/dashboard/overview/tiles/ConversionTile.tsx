import { Box, Typography } from '@mui/material';
import type { OverviewAnswer } from '../../../api/metrics/overview.ts';
import { formatNumber } from '../../../common/locale.ts';
import { FEW } from '../../../journey/metrics/rate.ts';
import { Interval } from '../../shared/figures/Interval.tsx';
import { intervalLabel, percent, percentRange, pointsLabel } from '../../shared/figures/labels.ts';
import { Tile, type TileContent } from '../../shared/figures/Tile.tsx';
import { CountLink } from '../../shared/metrics/CountLink.tsx';
import type { Scope } from '../../shared/metrics/useScope.ts';
import { cohortOf } from '../cohortOf.ts';
import { Change } from './Change.tsx';

type Props = { overview: OverviewAnswer | undefined; scope: Scope };
type Conversion = OverviewAnswer['conversion'];

/** The headline: the share connected within some days of the invitation, and what it rests on. */
export const ConversionTile = ({ overview, scope }: Props) => (
  <Tile
    label={overview ? `Connected within ${overview.conversion.days} days` : 'Connected'}
    definition={overview?.definitions.conversion}
    content={overview && contentOf(overview, scope)}
    noteHeight={154}
  />
);

const contentOf = ({ conversion, period }: OverviewAnswer, scope: Scope): TileContent => {
  const { share, low, high, of, connected, ripe, days } = conversion;
  if (share === null) return { figure: '–', note: 'No invitations in this period' };
  const tooFew = ripe < FEW;
  return {
    figure: tooFew ? `${formatNumber(connected)} of ${formatNumber(of)}` : percent(share),
    note: (
      <Box sx={noteSx}>
        <div>{tooFew ? `Too few have had ${days} days yet` : <Compared {...conversion} />}</div>
        <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center' }}>
          <Box sx={{ flex: 1 }}>
            <Interval
              label={intervalLabel({ low, high })}
              value={share}
              interval={{ low, high }}
              tone="plain"
            />
          </Box>
          {`${percentRange({ low, high })} (95% CI)`}
        </Box>
        <Sample conversion={conversion} cohort={cohortOf(scope, period)} />
        <Ages {...conversion} />
      </Box>
    ),
  };
};

/** Fills the tile, which may be higher. */
const noteSx = { display: 'grid', gap: 1, height: '100%', alignContent: 'space-between' } as const;

const Compared = ({ difference, clear, previous }: Conversion) => (
  <>
    <Change by={difference?.share ?? 0} clear={clear}>
      {pointsLabel(difference?.share ?? 0)}
    </Change>
    {previous.share !== null && ` from ${percent(previous.share)}`}
  </>
);

type SampleProps = { conversion: Conversion; cohort: ReturnType<typeof cohortOf> };

/** What the share rests on: how many connected, may still connect, have had that long, and were left out. */
const Sample = ({ conversion, cohort }: SampleProps) => {
  const { connected, of, open, ripe, leftOut, days, deleted } = conversion;
  const link = (part: Parameters<typeof cohort>[0], count: number, gone = 0) => (
    <CountLink count={count} deleted={gone} filter={cohort(part)} />
  );
  return (
    <div>
      {link({ kind: 'first', which: 'connected', days }, connected, deleted.connected)}
      {' of '}
      {link({ kind: 'first', which: 'counted' }, of, deleted.of)}
      {' so far · '}
      {link({ kind: 'first', which: 'open' }, open)}
      {' still open · '}
      {link({ kind: 'first', which: 'ripe', days }, ripe, deleted.ripe)}
      {` invited at least ${days} days ago`}
      {leftOut > 0 && (
        <>
          {' · '}
          {link({ kind: 'first', which: 'left_out' }, leftOut, deleted.leftOut)}
          {' left out'}
        </>
      )}
    </div>
  );
};

/** The share at other ages. Nobody may be that old yet. */
const Ages = ({ at }: Conversion) => (
  <Box component="dl" sx={agesSx}>
    {at.map(({ days, share, low, high, ripe }) => (
      <div key={days} title={intervalLabel({ low, high })}>
        <dt>{days === 1 ? '24 hours' : `${days} days`}</dt>
        <Typography component="dd" sx={{ m: 0, fontWeight: 600, color: 'text.primary' }}>
          {share === null || ripe < FEW ? 'Too few' : percent(share)}
        </Typography>
      </div>
    ))}
  </Box>
);

const agesSx = {
  m: 0,
  pt: 1,
  borderTop: 1,
  borderColor: 'line.faint',
  display: 'grid',
  gridTemplateColumns: 'repeat(4, minmax(0, 1fr))',
} as const;
