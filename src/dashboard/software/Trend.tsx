import { Box } from '@mui/material';
import type { SoftwareNumbers } from '../../api/metrics/software.ts';

type Props = Pick<SoftwareNumbers, 'weeks'>;

/** Recent weeks are enough to show the trend. */
const SHOWN = 13;
const HEIGHT = 24;

const labelOf = (weeks: Props['weeks']): string =>
  weeks
    .filter(({ ended }) => ended > 0)
    .map(({ week, failed, ended }) => `${failed} of ${ended} in week ${Number(week.slice(-2))}`)
    .join(', ');

/** A bar for each week, as high as the share of attempts that failed; a week without attempts has none. */
export const Trend = ({ weeks }: Props) => {
  const shown = weeks.slice(-SHOWN);
  const label = labelOf(shown);
  if (!label) return <>–</>;
  return (
    <Box
      role="img"
      aria-label={`Failed attempts by week: ${label}`}
      title={label}
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
