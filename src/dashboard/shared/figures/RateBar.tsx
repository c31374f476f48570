import { Box } from '@mui/material';
import { formatNumber } from '../../../common/locale.ts';
import type { Rate } from '../../../journey/metrics/rate.ts';
import { Interval } from './Interval.tsx';
import { intervalLabel, percent } from './labels.ts';

type Props = {
  rate: Rate;
  tone: 'good' | 'bad';
  /** A share to compare with, drawn as a dotted line. */
  against?: number | null;
};

/** A rate with its interval, on a scale from 0 to 100%. */
export const RateBar = ({ rate: { rate, interval }, tone, against = null }: Props) => (
  <Interval
    label={interval ? intervalLabel(interval) : 'No rate'}
    value={rate}
    interval={interval}
    tone={tone}
    against={against}
  />
);

/** A rate with its counts, as in “60% 119 of 197”; the counts alone when they are too few for a rate. */
export const RateText = ({ rate: { rate, interval, count, of, tooFew } }: { rate: Rate }) => (
  <Box
    component="span"
    title={interval ? intervalLabel(interval) : undefined}
    sx={{ whiteSpace: 'nowrap' }}
  >
    {rate !== null && !tooFew && <b>{percent(rate)} </b>}
    <Box component="span" sx={{ color: 'text.secondary' }}>
      {`${formatNumber(count)} of ${formatNumber(of)}`}
    </Box>
    {tooFew && of > 0 && (
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {' · too few'}
      </Box>
    )}
  </Box>
);
