import { Box } from '@mui/material';

type Props = {
  difference: { difference: number; low: number; high: number };
  /** The largest difference that fits. */
  scale: number;
};

/** A tick for a difference on a soft bar for its 95% confidence interval; a line marks where there is none. */
export const DifferenceBar = ({ difference: { difference, low, high }, scale }: Props) => {
  const at = (value: number): string => `${(50 * (value + scale)) / scale}%`;
  const tone = low > 0 ? 'success.main' : high < 0 ? 'error.main' : 'text.secondary';
  return (
    <Box
      aria-hidden
      sx={{
        position: 'relative',
        height: 9,
        borderRadius: 99,
        bgcolor: 'line.faint',
        minWidth: 80,
        '& > *': { position: 'absolute', borderRadius: 99 },
      }}
    >
      <Box
        sx={{
          inset: '1px auto 1px 0',
          left: at(low),
          width: `${(50 * (high - low)) / scale}%`,
          bgcolor: tone,
          opacity: 0.3,
        }}
      />
      <Box
        sx={{
          top: -5,
          bottom: -5,
          left: '50%',
          borderLeft: '2px dotted',
          borderColor: 'text.secondary',
        }}
      />
      <Box
        sx={{ top: -2, bottom: -2, left: at(difference), width: 3, ml: '-1.5px', bgcolor: tone }}
      />
    </Box>
  );
};
