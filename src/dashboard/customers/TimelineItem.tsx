import { Box, Typography } from '@mui/material';
import { useReference } from 'react-admin';
import type { UserRecord } from '../../api/resources/users.ts';
import { Ago } from '../shared/Ago.tsx';
import { SoftwareName } from '../shared/SoftwareName.tsx';
import { RawText } from './RawText.tsx';
import type { TimelineEntry } from './timelineEntries.ts';

const DOT: Record<TimelineEntry['tone'], string> = {
  brand: 'journey.done',
  good: 'success.main',
  warn: 'warning.main',
  bad: 'error.main',
  neutral: 'line.main',
};

export const TimelineItem = ({ entry }: { entry: TimelineEntry }) => (
  <Box component="li" sx={{ display: 'flex', gap: 1.5, pb: 2 }}>
    <Box
      aria-hidden
      sx={{
        width: 10,
        height: 10,
        mt: 0.75,
        flexShrink: 0,
        borderRadius: 99,
        bgcolor: DOT[entry.tone],
      }}
    />
    <Box sx={{ flex: 1, minWidth: 0 }}>
      <Typography sx={{ fontWeight: 600 }}>{entry.title}</Typography>
      {entry.software && (
        <Typography component="div" variant="body2" color="textSecondary">
          <SoftwareName id={entry.software} />
        </Typography>
      )}
      {entry.actorId && <Actor id={entry.actorId} />}
      {entry.detail && (
        <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {entry.detail}
        </Typography>
      )}
      {entry.raw && <RawText text={entry.raw.text} statusCode={entry.raw.statusCode} />}
    </Box>
    <Typography component="div" variant="body2" color="textSecondary" sx={{ whiteSpace: 'nowrap' }}>
      <Ago at={entry.at} suffix=" ago" />
    </Typography>
  </Box>
);

const Actor = ({ id }: { id: string }) => {
  const { referenceRecord } = useReference<UserRecord>({ reference: 'users', id });
  return (
    <Typography variant="body2" color="textSecondary">
      by {referenceRecord?.name ?? '…'}
    </Typography>
  );
};
