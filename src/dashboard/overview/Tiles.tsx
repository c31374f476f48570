import type { OverviewAnswer } from '../../api/metrics/overview.ts';
import { formatNumber } from '../../common/locale.ts';
import { hoursLabel, percent, percentRange } from '../shared/figures/labels.ts';
import { Tile, type TileContent, TileRow } from '../shared/figures/Tile.tsx';
import { counted } from '../shared/format/counted.ts';
import { inSentence } from '../shared/format/inSentence.ts';
import { groupLabel } from '../shared/journey/labels.ts';
import { CustomersLink, customersOf } from '../shared/metrics/CustomersLink.tsx';
import type { Scope } from '../shared/metrics/useScope.ts';
import { Change } from './Change.tsx';

type Props = { overview: OverviewAnswer | undefined; scope: Scope };

/** The four key numbers, those of a period compared with the previous one of the same length. */
export const Tiles = ({ overview, scope }: Props) => (
  <TileRow>
    <Tile
      label="Stuck now"
      content={overview && stuck(overview, scope)}
      definition={overview?.definition}
    />
    <Tile
      label="Connected"
      content={overview && connected(overview, scope)}
      definition={overview?.definition}
    />
    <Tile
      label="Conversion"
      content={overview && conversion(overview)}
      definition={overview?.definition}
    />
    <Tile
      label="Median time to connect"
      content={overview && timeToConnect(overview)}
      definition={overview?.definition}
    />
  </TileRow>
);

const stuck = ({ stuckNow, stuckByReason: [most] }: OverviewAnswer, scope: Scope): TileContent => ({
  figure: (
    <CustomersLink filter={{ ...customersOf(scope), stuck: true }}>
      {formatNumber(stuckNow.count)}
    </CustomersLink>
  ),
  note: most ? `Top reason: ${inSentence(groupLabel(most))} (${most.count})` : 'No one is stuck',
});

const connected = (
  { newConnections: { count, deleted, previous }, period }: OverviewAnswer,
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
      {formatNumber(count)}
    </CustomersLink>
  ),
  note: (
    <>
      {previous === 0 ? (
        'No data for the previous period'
      ) : (
        <Change by={count - previous}>
          {`${percent(Math.abs(count / previous - 1))} vs ${formatNumber(previous)}`}
        </Change>
      )}
      {deleted > 0 && ` · ${formatNumber(deleted)} deleted since`}
    </>
  ),
});

const conversion = ({ conversion }: OverviewAnswer): TileContent => {
  const { days, share, low, high, of, difference, clear } = conversion;
  if (share === null) return { figure: '–', note: 'No invitations in this period' };
  return {
    figure: percent(share),
    note: (
      <>
        {`${percentRange({ low, high })} within ${days} days, of ${formatNumber(of)}`}
        {clear && difference && (
          <>
            {' · '}
            <Change by={difference.share}>{percent(Math.abs(difference.share))}</Change>
          </>
        )}
      </>
    ),
  };
};

const timeToConnect = ({
  timeToConnect: { median, of, previous, clear },
}: OverviewAnswer): TileContent => {
  if (of === 0) return { figure: '–', note: 'No invitations in this period' };
  if (median.hours === null) return { figure: '–', note: 'Not reached yet' };
  const by = previous.median.hours === null ? 0 : median.hours - previous.median.hours;
  return {
    figure: hoursLabel(median.hours),
    note: (
      <>
        {clear && (
          <>
            <Change by={by} lessIsBetter>
              {`${hoursLabel(Math.abs(by))} ${by < 0 ? 'faster' : 'slower'}`}
            </Change>
            {' · '}
          </>
        )}
        {counted(of, 'customer', 'customers')}
      </>
    ),
  };
};
