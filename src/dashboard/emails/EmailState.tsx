import { Box, Typography } from '@mui/material';
import type { EmailRecord } from '../../api/emails/resource.ts';
import { exactTime, shortDuration } from '../shared/format/duration.ts';
import { useNow } from '../shared/format/useNow.ts';
import { Pill } from '../shared/Pill.tsx';
import { STATES } from '../shared/sending/emailLabels.ts';

/** The status of an email, and the mail server’s explanation if it rejected the email. */
export const EmailState = ({ email }: { email: EmailRecord }) => {
  const { label, tone } = STATES[email.state];
  return (
    <Box sx={{ display: 'grid', gap: 0.25, justifyItems: 'start', minWidth: 0 }}>
      <Pill tone={tone}>{label}</Pill>
      {email.problem && (
        <Typography variant="body2" color="textSecondary" sx={{ whiteSpace: 'normal' }}>
          {email.problem}
          {email.nextAttemptAt && <NextAttempt at={email.nextAttemptAt} />}
        </Typography>
      )}
    </Box>
  );
};

const UPDATE_MS = 15_000;
const MINUTE_MS = 60_000;

/** When the next attempt is due, with the exact time on hover. */
const NextAttempt = ({ at }: { at: string }) => {
  const exact = exactTime(at);
  const wait = Date.parse(at) - useNow(UPDATE_MS);
  return (
    <Box
      component="time"
      dateTime={at}
      aria-description={exact}
      data-tooltip={exact}
      sx={{ display: 'block' }}
    >
      {wait < MINUTE_MS ? 'Retrying shortly' : `Retrying in ${shortDuration(wait)}`}
    </Box>
  );
};
