import { Box } from '@mui/material';
import { useListContext } from 'react-admin';
import { PillSwitch } from '../shared/PillSwitch.tsx';
import { type EmailState, STATES } from '../shared/sending/states.ts';
import { useCount } from '../shared/useCount.ts';

const ALL = 'all';

/** Narrows the list to one state; each says how many there are with the other filters as they are. */
export const StateFilter = () => {
  const { filterValues, setFilters } = useListContext();
  const { state = ALL, ...others } = filterValues as { state?: EmailState };
  const states = Object.entries(STATES).map(([id, { short }]) => [
    id,
    <Counted key={id} label={short} filter={{ ...others, state: id }} />,
  ]);
  return (
    <PillSwitch<EmailState | typeof ALL>
      label="State"
      value={state}
      options={{ [ALL]: <Counted label="All" filter={others} />, ...Object.fromEntries(states) }}
      onChange={(chosen) => setFilters(chosen === ALL ? others : { ...others, state: chosen })}
    />
  );
};

const Counted = ({ label, filter }: { label: string; filter: Record<string, unknown> }) => (
  <>
    {label}
    <Box component="span" sx={{ ml: 0.75, fontWeight: 400 }}>
      {useCount('emails', filter)?.toLocaleString()}
    </Box>
  </>
);
