import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { PillSwitch } from '../../shared/PillSwitch.tsx';
import { SectionCard } from '../../shared/SectionCard.tsx';
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
    <SectionCard
      title="Timeline"
      aside={<PillSwitch label="Whose events" value={view} options={VIEWS} onChange={setView} />}
    >
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
