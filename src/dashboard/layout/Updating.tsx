import { Paper, type Theme } from '@mui/material';
import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import type { Answer } from '../shared/csv/csvName.ts';
import { exactClock } from '../shared/format/duration.ts';
import { METRICS_KEY } from '../shared/metrics/useMetrics.ts';

/** In milliseconds. Younger numbers are as good as new. */
const OLD = 60_000;

const METRICS = { queryKey: METRICS_KEY, type: 'active' } as const;

/** From when the oldest numbers on the page are, while newer ones take their time. */
export const Updating = () => {
  const client = useQueryClient();
  const updating = useIsFetching({
    ...METRICS,
    predicate: ({ state }) => state.data !== undefined,
  });
  if (updating === 0) return null;
  const times = client
    .getQueriesData<Answer>(METRICS)
    .flatMap(([, answer]) => (answer ? [answer.computedAt] : []));
  const [oldest] = times.toSorted();
  if (!oldest || Date.now() - Date.parse(oldest) < OLD) return null;
  return (
    <Paper role="status" elevation={6} sx={paperSx}>
      {`Numbers from ${exactClock(oldest)}. Updating…`}
    </Paper>
  );
};

/** Over the page, as it goes away by itself, and late, as most numbers are there before anybody could read it. */
const paperSx = {
  displayPrint: 'none',
  position: 'fixed',
  bottom: 16,
  left: '50%',
  translate: '-50%',
  px: 1.5,
  py: 0.75,
  fontSize: 13,
  whiteSpace: 'nowrap',
  zIndex: ({ zIndex }: Theme) => zIndex.snackbar,
  animation: 'show 0s 0.5s both',
  '@keyframes show': { from: { visibility: 'hidden' }, to: { visibility: 'visible' } },
} as const;
