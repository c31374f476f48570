import { Box } from '@mui/material';
import { useListContext } from 'react-admin';
import { PillSwitch } from '../shared/PillSwitch.tsx';
import { type EmailState, STATES } from '../shared/sending/emailLabels.ts';
import { useCount } from '../shared/useCount.ts';

const ALL = 'all';

type Filter = { state?: EmailState } & Record<string, unknown>;

/** Filters by state. Each choice shows how many emails it would list, given the other filters. */
export const StateFilter = () => {
  const { filterValues, setFilters } = useListContext();
  const { state, ...others }: Filter = filterValues;
  const counted = (label: string, chosen: EmailState) => (
    <Counted label={label} filter={{ ...others, state: chosen }} />
  );
  return (
    <PillSwitch<EmailState | typeof ALL>
      label="Status"
      value={state ?? ALL}
      options={{
        [ALL]: <Counted label="All" filter={others} />,
        failed: counted(STATES.failed.short, 'failed'),
        kept: counted(STATES.kept.short, 'kept'),
        queued: counted(STATES.queued.short, 'queued'),
        sent: counted(STATES.sent.short, 'sent'),
      }}
      onChange={(chosen) => setFilters(chosen === ALL ? others : { ...others, state: chosen })}
    />
  );
};

// Not react-admin’s <Count>, which writes large numbers without separators.
const Counted = ({ label, filter }: { label: string; filter: Record<string, unknown> }) => (
  <>
    {label}
    <Box component="span" sx={{ ml: 0.75, fontWeight: 400 }}>
      {useCount('emails', filter)?.toLocaleString()}
    </Box>
  </>
);
