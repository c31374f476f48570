import { Box } from '@mui/material';
import type { PortfolioAnswer } from '../../api/metrics/portfolio.ts';
import { exactDay } from '../shared/format/duration.ts';

type Props = Pick<PortfolioAnswer['stuckNow'], 'days'>;

/** Recent weeks are enough to show the trend. */
const SHOWN = 28;
const WIDTH = 84;
const HEIGHT = 24;

/** How many were stuck at the start of each day, as a line that ends with today. None without two days. */
export const StuckDays = ({ days }: Props) => {
  const shown = days.slice(-SHOWN);
  const [first, last] = [shown[0], shown.at(-1)];
  if (!first || !last || first === last) return null;
  const most = Math.max(1, ...shown.map(({ count }) => count));
  const points = shown.map(({ count }, index) => {
    const x = (WIDTH * index) / (shown.length - 1);
    return `${x.toFixed(1)},${(HEIGHT - 1 - ((HEIGHT - 2) * count) / most).toFixed(1)}`;
  });
  const label = `Stuck at the start of each day: ${first.count} on ${exactDay(first.day)}, ${last.count} on ${exactDay(last.day)}, at most ${most}`;
  return (
    <Box
      component="svg"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      sx={{ width: WIDTH, height: HEIGHT, color: 'primary.main', flexShrink: 1, minWidth: 0 }}
    >
      <title>{label}</title>
      <polyline points={points.join(' ')} fill="none" stroke="currentColor" strokeWidth="1.5" />
    </Box>
  );
};
