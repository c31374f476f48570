import { Box } from '@mui/material';

const COLOR = { good: 'success.main', bad: 'error.main', plain: 'primary.main' } as const;

type Props = {
  /** What the picture says, as text. */
  label: string;
  /** Where the tick is; null if there is nothing to draw. */
  value: number | null;
  interval: { low: number; high: number } | null;
  tone: keyof typeof COLOR;
  /** The values at both ends. Shares go from 0 to 1. */
  scale?: readonly [start: number, end: number];
  /** A value to compare with, drawn as a dotted line. */
  against?: number | null;
};

/** A tick for a value on a soft bar for its 95% confidence interval. */
export const Interval = ({ label, value, interval, tone, scale = [0, 1], against }: Props) => {
  const [start, end] = scale;
  const at = (of: number): string =>
    `${Math.min(100, Math.max(0, (100 * (of - start)) / (end - start)))}%`;
  return (
    <Box role="img" aria-label={label} sx={trackSx}>
      {interval && value !== null && (
        <>
          <Box
            sx={{
              position: 'absolute',
              inset: '1px 0',
              left: at(interval.low),
              right: `calc(100% - ${at(interval.high)})`,
              borderRadius: 99,
              bgcolor: COLOR[tone],
              opacity: 0.3,
            }}
          />
          <Box sx={{ ...tickSx, left: at(value), bgcolor: COLOR[tone] }} />
        </>
      )}
      {typeof against === 'number' && <Box sx={{ ...dottedSx, left: at(against) }} />}
    </Box>
  );
};

const trackSx = {
  position: 'relative',
  height: 9,
  borderRadius: 99,
  bgcolor: 'line.faint',
  minWidth: 80,
} as const;

const tickSx = {
  position: 'absolute',
  top: -2,
  bottom: -2,
  width: 3,
  ml: '-1.5px',
  borderRadius: 99,
} as const;

const dottedSx = {
  position: 'absolute',
  top: -5,
  bottom: -5,
  borderLeft: '2px dotted',
  borderColor: 'text.secondary',
} as const;
