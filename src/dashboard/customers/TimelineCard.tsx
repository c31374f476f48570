import { Box, Button, Skeleton, Typography } from '@mui/material';
import { useState } from 'react';
import { Failure } from '../shared/Failure.tsx';
import { PillSwitch } from '../shared/PillSwitch.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';
import { TimelineItem } from '../shared/timeline/TimelineItem.tsx';
import { useTimeline } from '../shared/timeline/useTimeline.ts';

const VIEWS = { all: 'All', customer: 'Customer', team: 'Team' } as const;
type View = keyof typeof VIEWS;

/** Everything that happened, the newest first: by the customer, in Codat and by the team. */
export const TimelineCard = ({ customerId }: { customerId: string }) => {
  const [view, setView] = useState<View>('all');
  const { entries, isPending, error, retry, more, showMore } = useTimeline(customerId);
  const shown = entries.filter(({ by }) => view === 'all' || by === view);
  return (
    <SectionCard
      title="Timeline"
      aside={<PillSwitch label="Show" value={view} options={VIEWS} onChange={setView} />}
    >
      {isPending && <Skeleton variant="rounded" height={120} />}
      {error && <Failure error={error} onRetry={retry} />}
      {!isPending && !error && shown.length === 0 && (
        <Typography color="textSecondary">No activity yet</Typography>
      )}
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {shown.map((entry) => (
          <TimelineItem key={entry.id} entry={entry} />
        ))}
      </Box>
      {more && <Button onClick={showMore}>Show older</Button>}
    </SectionCard>
  );
};
