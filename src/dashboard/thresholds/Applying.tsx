import { Alert, LinearProgress } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { api } from '../shared/api.ts';
import { percent } from '../shared/figures/labels.ts';

/** In milliseconds, while there is progress to show. */
const PAUSE = 1000;

/** How far a change of thresholds has reached customers, while it does. */
export const Applying = () => {
  const { data } = useQuery({
    // Starts with the resource whose changes it follows.
    queryKey: ['stuck-rules', 'recalculation'],
    queryFn: async () => (await api.stuckRules.recalculation.$get()).json(),
    refetchInterval: ({ state }) => (state.data?.finished === false ? PAUSE : false),
  });
  if (!data || data.finished) return null;
  return (
    <Alert severity="info" sx={{ mb: 2 }} slotProps={{ message: { sx: { width: 1 } } }}>
      {`Applying… ${percent(data.done)}. The queue shows each customer correctly once they are reached.`}
      <LinearProgress
        variant="determinate"
        value={data.done * 100}
        aria-label="Applying"
        sx={{ mt: 1 }}
      />
    </Alert>
  );
};
