import { Box } from '@mui/material';
import type { SoftwareNumbers } from '../shared/metrics/figures.tsx';

type Props = Pick<SoftwareNumbers, 'weeks'>;

/** The last weeks are enough to see where it goes. */
const SHOWN = 13;
const HEIGHT = 24;

const wordsOf = (weeks: Props['weeks']): string =>
  weeks
    .filter(({ ended }) => ended > 0)
    .map(({ week, failed, ended }) => `${week}: ${failed} of ${ended}`)
    .join(', ');

/** For each week a bar as high as the share of tries that failed; a week without any has none. */
export const Trend = ({ weeks }: Props) => {
  const shown = weeks.slice(-SHOWN);
  const words = wordsOf(shown);
  if (!words) return <>–</>;
  return (
    <Box
      role="img"
      aria-label={`Failed tries by week: ${words}`}
      title={words}
      sx={{ display: 'flex', gap: '2px', alignItems: 'flex-end', height: HEIGHT }}
    >
      {shown.map(({ week, failed, ended }) => (
        <Box
          key={week}
          sx={{
            width: 6,
            height: ended > 0 ? Math.max(2, (HEIGHT * failed) / ended) : 0,
            borderRadius: '2px',
            bgcolor: failed > 0 ? 'error.main' : 'line.main',
          }}
        />
      ))}
    </Box>
  );
};
