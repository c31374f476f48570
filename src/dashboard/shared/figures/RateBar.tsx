import { Box } from '@mui/material';
import { formatNumber } from '../../../common/locale.ts';
import type { Rate } from '../../../journey/metrics/rate.ts';
import { percent, percentRange } from './labels.ts';

const at = (share: number): string => `${share * 100}%`;

type Props = {
  rate: Rate;
  tone: 'good' | 'bad';
  /** A share to compare with, drawn as a dotted line. */
  against?: number | null;
};

const COLOR = { good: 'success.main', bad: 'error.main' } as const;

/** A tick for the rate on a soft bar for its 95% confidence interval, on a scale from 0 to 100%. */
export const RateBar = ({ rate: { rate, interval }, tone, against = null }: Props) => (
  <Box
    aria-hidden
    sx={{ position: 'relative', height: 9, borderRadius: 99, bgcolor: 'line.faint', minWidth: 80 }}
  >
    {interval && rate !== null && (
      <>
        <Box
          sx={{
            position: 'absolute',
            inset: '1px auto 1px 0',
            left: at(interval.low),
            width: at(interval.high - interval.low),
            borderRadius: 99,
            bgcolor: COLOR[tone],
            opacity: 0.3,
          }}
        />
        <Box
          sx={{
            position: 'absolute',
            top: -2,
            bottom: -2,
            left: at(rate),
            width: 3,
            ml: '-1.5px',
            borderRadius: 99,
            bgcolor: COLOR[tone],
          }}
        />
      </>
    )}
    {against !== null && (
      <Box
        sx={{
          position: 'absolute',
          top: -5,
          bottom: -5,
          left: at(against),
          borderLeft: '2px dotted',
          borderColor: 'text.secondary',
        }}
      />
    )}
  </Box>
);

/** A rate with its counts, as in “60% 119 of 197”; the counts alone when they are too few for a rate. */
export const RateText = ({ rate: { rate, interval, count, of, tooFew } }: { rate: Rate }) => (
  <Box
    component="span"
    title={interval ? `95% confidence interval: ${percentRange(interval)}` : undefined}
    sx={{ whiteSpace: 'nowrap' }}
  >
    {rate !== null && !tooFew && <b>{percent(rate)} </b>}
    <Box component="span" sx={{ color: 'text.secondary' }}>
      {`${formatNumber(count)} of ${formatNumber(of)}`}
    </Box>
  </Box>
);
