import { Box, Tooltip, Typography } from '@mui/material';
import type { EmailRecord } from '../../api/emails/resource.ts';
import { exactTime, shortDuration } from '../shared/format/duration.ts';
import { useNow } from '../shared/format/useNow.ts';
import { Pill } from '../shared/Pill.tsx';
import { STATES } from '../shared/sending/states.ts';

/** How far an e-mail got, and what the mail server said where it did not go through. */
export const EmailState = ({ email }: { email: EmailRecord }) => {
  const { label, tone } = STATES[email.state];
  return (
    <Box sx={{ display: 'grid', gap: 0.25, justifyItems: 'start', minWidth: 0 }}>
      <Pill tone={tone}>{label}</Pill>
      {email.problem && (
        <Typography variant="body2" color="textSecondary" sx={{ whiteSpace: 'normal' }}>
          {email.problem}
          {email.nextAttemptAt && <NextTry at={email.nextAttemptAt} />}
        </Typography>
      )}
    </Box>
  );
};

const EVERY = 15_000;

/** When it is tried next, with the exact time on hover. */
const NextTry = ({ at }: { at: string }) => {
  const duration = shortDuration(Date.parse(at) - useNow(EVERY));
  return (
    <Tooltip title={exactTime(at)}>
      <Box component="time" dateTime={at} sx={{ display: 'block' }}>
        {duration === 'now' ? 'Tried again any moment' : `Tried again in ${duration}`}
      </Box>
    </Tooltip>
  );
};
