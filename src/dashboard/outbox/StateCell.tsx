import { Box, Typography } from '@mui/material';
import type { EmailRecord } from '../../api/resources/emails.ts';
import { shortDuration } from '../shared/duration.ts';
import { Pill } from '../shared/Pill.tsx';
import { useNow } from '../shared/useNow.ts';
import { EMAIL_STATES } from './words.ts';

/** What became of an e-mail, with the mail server's words and when it is tried next. */
export const StateCell = ({ email: { state, problem, nextAttemptAt } }: { email: EmailRecord }) => (
  <Box sx={{ maxWidth: { md: 230, xl: 360 } }}>
    <Pill tone={EMAIL_STATES[state].tone}>{EMAIL_STATES[state].label}</Pill>
    {problem && (
      <Typography
        variant="body2"
        color="textSecondary"
        title={problem}
        sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
      >
        {nextAttemptAt && (
          <>
            Next try <NextTry at={nextAttemptAt} />:{' '}
          </>
        )}
        {problem}
      </Typography>
    )}
  </Box>
);

const EVERY = 15_000;

/** When it is tried again, as in “in 5 min”. */
export const NextTry = ({ at }: { at: string }) => {
  const duration = shortDuration(Date.parse(at) - useNow(EVERY));
  return <time dateTime={at}>{duration === 'now' ? 'any moment' : `in ${duration}`}</time>;
};
