import type { OverviewAnswer } from '../../../api/metrics/overview.ts';
import { counted, formatNumber } from '../../../common/locale.ts';
import { FEW } from '../../../journey/metrics/rate.ts';
import { hoursLabel, percent, percentRange, pointsLabel } from '../../shared/figures/labels.ts';
import type { TileContent } from '../../shared/figures/Tile.tsx';
import { CountLink } from '../../shared/metrics/CountLink.tsx';
import type { Scope } from '../../shared/metrics/useScope.ts';
import { cohortOf } from '../cohortOf.ts';
import { Change } from './Change.tsx';

/** How a count compares with the one of the previous period. */
const changeOf = (
  { count, previous, clear }: OverviewAnswer['lost'],
  direction: { lessIsBetter?: true } = {},
) => (
  <>
    <Change by={count - previous} clear={clear} {...direction}>
      {formatNumber(Math.abs(count - previous))}
    </Change>
    {` from ${formatNumber(previous)}`}
  </>
);

export const approvedContent = (overview: OverviewAnswer, scope: Scope): TileContent => ({
  figure: (
    <CountLink
      {...overview.newConnections}
      filter={cohortOf(scope, overview.period)({ kind: 'first', which: 'approved' })}
    />
  ),
  note: changeOf(overview.newConnections),
});

export const lostContent = (overview: OverviewAnswer, scope: Scope): TileContent => ({
  figure: (
    <CountLink
      {...overview.lost}
      filter={cohortOf(scope, overview.period)({ kind: 'reconnect', which: 'counted' })}
    />
  ),
  note: changeOf(overview.lost, { lessIsBetter: true }),
});

export const wonBackContent = ({ wonBack, period }: OverviewAnswer, scope: Scope): TileContent => {
  const { share, low, high, of, ripe, connected, days, deleted, difference, clear } = wonBack;
  if (share === null) return { figure: '–', note: 'None were lost' };
  const filter = cohortOf(scope, period)({ kind: 'reconnect', which: 'connected', days });
  const count = <CountLink count={connected} deleted={deleted.connected} filter={filter} />;
  if (ripe < FEW)
    return {
      figure: (
        <>
          {count} of {formatNumber(of)}
        </>
      ),
      note: 'So far. Too few for a share',
    };
  return {
    figure: percent(share),
    note: (
      <>
        {count}
        {` of ${formatNumber(of)} · ${percentRange({ low, high })} (95% CI)`}
        <br />
        <Change by={difference?.share ?? 0} clear={clear}>
          {pointsLabel(difference?.share ?? 0)}
        </Change>
      </>
    ),
  };
};

/** The median, which may be a long way off, and the time by which nine of ten have connected. */
export const timeContent = (times: OverviewAnswer['timeToConnect']): TileContent => {
  const { median, p90, of, previous, clear } = times;
  if (of === 0) return { figure: '–', note: 'No invitations in this period' };
  if (of < FEW) return { figure: '–', note: `Too few: ${counted(of, 'customer', 'customers')}` };
  const by = (median.hours ?? 0) - (previous.median.hours ?? 0);
  return {
    figure: median.hours === null ? 'Not reached yet' : hoursLabel(median.hours),
    note: (
      <>
        <Change by={by} clear={clear} lessIsBetter>
          {`${hoursLabel(Math.abs(by))} ${by < 0 ? 'faster' : 'slower'}`}
        </Change>
        {` · 90%: ${p90.hours === null ? 'not reached yet' : hoursLabel(p90.hours)}`}
      </>
    ),
  };
};
