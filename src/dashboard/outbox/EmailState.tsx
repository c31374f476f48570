import { Box, Typography } from '@mui/material';
import type { EmailRecord } from '../../api/resources/emails.ts';
import { exactTime } from '../shared/duration.ts';
import { Pill } from '../shared/Pill.tsx';
import { STATES } from './states.ts';

/** How far an e-mail got, and what the mail server said where it did not go through. */
export const EmailState = ({ email }: { email: EmailRecord }) => {
  const { label, tone } = STATES[email.state];
  return (
    <Box sx={{ display: 'grid', gap: 0.25, justifyItems: 'start', minWidth: 0 }}>
      <Pill tone={tone}>{label}</Pill>
      {email.problem && (
        <Typography variant="body2" color="textSecondary" sx={{ whiteSpace: 'normal' }}>
          {email.problem}
          {email.nextAttemptAt && ` Tried again ${exactTime(email.nextAttemptAt)}.`}
        </Typography>
      )}
    </Box>
  );
};
