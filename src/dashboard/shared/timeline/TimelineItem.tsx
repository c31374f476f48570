import { Box, Typography } from '@mui/material';
import { Ago } from '../format/Ago.tsx';
import { PersonName } from '../people/PersonName.tsx';
import { SoftwareName } from '../SoftwareName.tsx';
import { RawText } from './RawText.tsx';
import { TimelineEmail } from './TimelineEmail.tsx';
import { TimelineIcon } from './TimelineIcon.tsx';
import type { TimelineEntry } from './timelineEntries.ts';

export const TimelineItem = ({ entry }: { entry: TimelineEntry }) => (
  <Box component="li" sx={{ display: 'flex', gap: 1.5, '&:last-child .line': { display: 'none' } }}>
    <Box sx={{ display: 'grid', gridTemplateRows: 'auto 1fr', justifyItems: 'center' }}>
      <TimelineIcon entry={entry} />
      <Box className="line" sx={{ width: '2px', bgcolor: 'line.faint' }} />
    </Box>
    <Box sx={{ flex: 1, minWidth: 0, pt: 0.25, pb: 2 }}>
      {entry.email ? (
        <TimelineEmail email={entry.email} title={entry.title} />
      ) : (
        <Typography component="div" sx={{ fontWeight: 600 }}>
          <Title entry={entry} />
        </Typography>
      )}
      {entry.software && (
        <Typography component="div" variant="body2" color="textSecondary">
          <SoftwareName id={entry.software} />
        </Typography>
      )}
      {entry.actorId && !entry.assigneeId && <Actor id={entry.actorId} />}
      {entry.detail && (
        <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {entry.detail}
        </Typography>
      )}
      {entry.raw && <RawText text={entry.raw.text} statusCode={entry.raw.statusCode} />}
    </Box>
    <Typography
      component="div"
      variant="body2"
      color="textSecondary"
      sx={{ whiteSpace: 'nowrap', pt: 0.25 }}
    >
      <Ago at={entry.at} suffix=" ago" />
    </Typography>
  </Box>
);

/** An assignment names both colleagues in its title, a change of account manager the new one. */
const Title = ({ entry }: { entry: TimelineEntry }) => {
  const { title, actorId, assigneeId, accountManagerId } = entry;
  if (actorId && assigneeId)
    return (
      <>
        <PersonName id={actorId} /> assigned this to{' '}
        {assigneeId === actorId ? 'themselves' : <PersonName id={assigneeId} />}
      </>
    );
  if (!accountManagerId) return title;
  return (
    <>
      Account manager: <PersonName id={accountManagerId} />
    </>
  );
};

const Actor = ({ id }: { id: string }) => (
  <Typography variant="body2" color="textSecondary">
    by <PersonName id={id} />
  </Typography>
);
