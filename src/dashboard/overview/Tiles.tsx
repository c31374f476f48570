import type { OverviewAnswer } from '../../api/metrics/answers.ts';
import { reasonLabel } from '../shared/journey/labels.ts';
import { CustomersLink, customersOf } from '../shared/metrics/CustomersLink.tsx';
import { Tile, type TileContent } from '../shared/metrics/Tile.tsx';
import { TileRow } from '../shared/metrics/TileRow.tsx';
import type { Scope } from '../shared/metrics/useScope.ts';
import { percent, spanOf } from '../shared/metrics/words.ts';
import { Change } from './Change.tsx';

type Props = { overview: OverviewAnswer | undefined; scope: Scope };

/** The four numbers to begin with, those of a period against the one of the same length before it. */
export const Tiles = ({ overview, scope }: Props) => (
  <TileRow>
    <Tile label="Stuck now" content={overview && stuck(overview, scope)} />
    <Tile label="Connected" content={overview && connected(overview, scope)} />
    <Tile label="Invited → approved" content={overview && conversion(overview)} />
    <Tile label="Median time to connect" content={overview && timeToConnect(overview)} />
  </TileRow>
);

const stuck = ({ stuckNow, stuckByReason: [most] }: OverviewAnswer, scope: Scope): TileContent => ({
  figure: (
    <CustomersLink filter={{ ...customersOf(scope), stuck: true }}>
      {stuckNow.count.toLocaleString()}
    </CustomersLink>
  ),
  note: most ? `most often: ${reasonLabel(most)}, ${most.count}` : 'every journey is moving',
});

const connected = (
  { connected: { count, previous }, period }: OverviewAnswer,
  scope: Scope,
): TileContent => ({
  figure: (
    <CustomersLink
      filter={{
        ...customersOf(scope),
        authorizedAt_gte: period.from,
        authorizedAt_lt: period.to,
      }}
    >
      {count.toLocaleString()}
    </CustomersLink>
  ),
  note:
    previous === 0 ? (
      'none in the period before'
    ) : (
      <Change by={count - previous}>{percent(Math.abs(count / previous - 1))}</Change>
    ),
});

const conversion = ({ conversion: { now, previous } }: OverviewAnswer): TileContent => {
  if (now.rate === null || now.interval === null)
    return { figure: '–', note: 'nobody was invited in the period' };
  const points = Math.round((now.rate - (previous.rate ?? now.rate)) * 100);
  const { low, high } = now.interval;
  return {
    figure: now.tooFew ? `${now.count} of ${now.of}` : percent(now.rate),
    note: (
      <>
        {previous.rate !== null && <Change by={points}>{`${Math.abs(points)} points`}</Change>}
        {` · ${percent(low)} to ${percent(high)}, ${now.count} of ${now.of}`}
      </>
    ),
  };
};

const timeToConnect = ({ hoursToConnect }: OverviewAnswer): TileContent => {
  const { median, sample, previous } = hoursToConnect;
  if (median === null) return { figure: '–', note: 'nobody connected in the period' };
  const by = previous.median === null ? null : median - previous.median;
  return {
    figure: spanOf(median),
    note: (
      <>
        {by !== null && (
          <Change by={by} lessIsBetter>
            {spanOf(Math.abs(by))}
          </Change>
        )}
        {` · of ${sample}`}
      </>
    ),
  };
};
