import { Box } from '@mui/material';
import type { SoftwareNumbers } from '../../api/metrics/software.ts';

type Props = Pick<SoftwareNumbers, 'weeks'>;

/** Recent weeks are enough to show the trend. */
const SHOWN = 13;
const HEIGHT = 24;

const labelOf = (weeks: Props['weeks']): string =>
  weeks
    .filter(({ customers }) => customers.of > 0)
    .map(
      ({ week, customers: { failedFirst, of } }) =>
        `${failedFirst} of ${of} in week ${Number(week.slice(-2))}`,
    )
    .join(', ');

/** A bar for each week, as high as the share of customers whose first attempt failed; a week without any has none. */
export const Trend = ({ weeks }: Props) => {
  const shown = weeks.slice(-SHOWN);
  const label = labelOf(shown);
  if (!label) return <>–</>;
  return (
    <Box
      role="img"
      aria-label={`First attempts that failed, by week: ${label}`}
      title={label}
      sx={{ display: 'flex', gap: '2px', alignItems: 'flex-end', height: HEIGHT }}
    >
      {shown.map(({ week, customers: { failedFirst, of } }) => (
        <Box
          key={week}
          sx={{
            width: 6,
            height: of > 0 ? Math.max(2, (HEIGHT * failedFirst) / of) : 0,
            borderRadius: '2px',
            bgcolor: failedFirst > 0 ? 'error.main' : 'line.main',
          }}
        />
      ))}
    </Box>
  );
};
