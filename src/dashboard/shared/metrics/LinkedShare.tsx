import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { formatNumber } from '../../../common/locale.ts';
import { Interval } from '../figures/Interval.tsx';
import { intervalLabel, percent, percentRange } from '../figures/labels.ts';
import type { TileContent } from '../figures/Tile.tsx';
import { CountLink } from './CountLink.tsx';
import type { CustomersFilter } from './CustomersLink.tsx';

/** A share of customers with its interval, and the counts with links to them. */
export type LinkedShare = {
  /** Null if there is none, or if they are too few for one. */
  share: number | null;
  interval: { low: number; high: number } | null;
  counts: ReactNode;
};

type Counts = {
  count: number;
  of: number;
  /** Those counted, and all of whom they are a part. */
  counted: CustomersFilter;
  all: CustomersFilter;
  tooFew: boolean;
  /** How many of all were deleted since, who are in no list. */
  deleted: number;
  note?: string;
};

/** Counts as in “7 of 61”, with links to both. */
export const LinkedCounts = ({ count, of, counted, all, tooFew, deleted, note = '' }: Counts) => {
  if (of === 0) return <>No one</>;
  return (
    <>
      <CountLink count={count} filter={counted} />
      {' of '}
      <CountLink count={of} filter={all} />
      {note}
      {tooFew && ' (too few for a rate)'}
      {deleted > 0 && ` (${formatNumber(deleted)} deleted since)`}
    </>
  );
};

/** As in “11% 7 of 61”. */
export const ShareText = ({ share, interval, counts }: LinkedShare) => (
  <span title={interval ? intervalLabel(interval) : undefined}>
    {share !== null && <b>{percent(share)} </b>}
    <Box component="span" sx={{ color: 'text.secondary' }}>
      {counts}
    </Box>
  </span>
);

/** The share as a tick on its interval. */
export const ShareBar = ({ share, interval }: Pick<LinkedShare, 'share' | 'interval'>) => (
  <Interval
    label={interval ? intervalLabel(interval) : 'Too few for a rate'}
    value={share}
    interval={interval}
    tone="bad"
  />
);

/** The share in large type, above its counts and interval. */
export const shareTile = ({ share, interval, counts }: LinkedShare, more = ''): TileContent => ({
  figure: share === null ? '–' : percent(share),
  note: (
    <Box sx={{ display: 'grid', gap: 0.75 }}>
      <div>{counts}</div>
      <ShareBar share={share} interval={interval} />
      {interval && <div>{`95% CI ${percentRange(interval)}`}</div>}
      {more && <div>{more}</div>}
    </Box>
  ),
});
