import { Box, Button, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useState } from 'react';
import { SectionCard } from '../shared/SectionCard.tsx';
import { TimelineItem } from './TimelineItem.tsx';
import { useTimeline } from './useTimeline.ts';

const VIEWS = { everything: 'Everything', customer: 'Customer', team: 'Team' } as const;
type View = keyof typeof VIEWS;

/** All that happened, the newest first: what the customer did, what Codat said, what the team did. */
export const TimelineCard = ({ customerId }: { customerId: string }) => {
  const [view, setView] = useState<View>('everything');
  const { entries, isPending, more, showMore } = useTimeline(customerId);
  const shown = entries.filter(({ by }) => view === 'everything' || by === view);
  return (
    <SectionCard title="Timeline" aside={<ViewSwitch view={view} onChange={setView} />}>
      {!isPending && shown.length === 0 && (
        <Typography color="textSecondary">Nothing has happened here yet.</Typography>
      )}
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {shown.map((entry) => (
          <TimelineItem key={entry.id} entry={entry} />
        ))}
      </Box>
      {more && <Button onClick={showMore}>Show earlier</Button>}
    </SectionCard>
  );
};

/** As the pills of the rest of the page, the chosen one tinted. */
const pillSx = {
  textTransform: 'none',
  px: 1.25,
  py: 0.25,
  border: 0,
  '&.MuiToggleButton-root': { borderRadius: 99 },
  '&.Mui-selected': { color: 'primary.main', bgcolor: 'tint.brand' },
} as const;

type SwitchProps = { view: View; onChange: (view: View) => void };

const ViewSwitch = ({ view, onChange }: SwitchProps) => (
  <ToggleButtonGroup
    exclusive
    size="small"
    value={view}
    aria-label="Whose events"
    onChange={(_, chosen: View | null) => chosen && onChange(chosen)}
  >
    {Object.entries(VIEWS).map(([value, label]) => (
      <ToggleButton key={value} value={value} sx={pillSx}>
        {label}
      </ToggleButton>
    ))}
  </ToggleButtonGroup>
);
