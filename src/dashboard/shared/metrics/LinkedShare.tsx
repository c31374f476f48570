import { Box } from '@mui/material';
import type { ComponentProps, ReactNode } from 'react';
import { Interval } from '../figures/Interval.tsx';
import { intervalLabel, percent, percentRange } from '../figures/labels.ts';
import type { TileContent } from '../figures/Tile.tsx';
import { CountLink } from './CountLink.tsx';

/** A share of customers with its interval, and the counts with links to them. */
export type LinkedShare = {
  /** Null if there is none, or if they are too few for one. */
  share: number | null;
  interval: { low: number; high: number } | null;
  counts: ReactNode;
  /** In small type below. */
  note: string;
};

type Counts = {
  /** Those counted, and all that they are a part of. */
  counted: ComponentProps<typeof CountLink>;
  all: ComponentProps<typeof CountLink>;
};

/** Counts as in “7 of 61”, with links to both. */
export const LinkedCounts = ({ counted, all }: Counts) => {
  if (all.count === 0) return <>No one</>;
  return (
    <>
      <CountLink {...counted} />
      {' of '}
      <CountLink {...all} />
    </>
  );
};

/** As in “11% 7 of 61”. */
export const ShareText = ({ share, interval, counts, note }: LinkedShare) => (
  <div title={interval ? intervalLabel(interval) : undefined}>
    {share !== null && <b>{percent(share)} </b>}
    <Box component="span" sx={{ color: 'text.secondary' }}>
      {counts}
    </Box>
    <Box sx={{ color: 'text.secondary', fontSize: 12 }}>{note}</Box>
  </div>
);

/** Why there is no share where there are customers. */
export const tooFewNote = ({ of, tooFew }: { of: number; tooFew: boolean }): string =>
  tooFew && of > 0 ? 'Too few for a rate' : '';

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
export const shareTile = ({ share, interval, counts, note }: LinkedShare): TileContent => ({
  figure: share === null ? '–' : percent(share),
  note: (
    <Box sx={{ display: 'grid', gap: 0.75 }}>
      <div>{counts}</div>
      <ShareBar share={share} interval={interval} />
      {interval && <div>{`95% CI ${percentRange(interval)}`}</div>}
      {note && <div>{note}</div>}
    </Box>
  ),
});
