import { Typography } from '@mui/material';
import type { EmailRecord } from '../../api/resources/emails.ts';
import { RawText } from '../customers/RawText.tsx';
import { Ago } from '../shared/Ago.tsx';
import { counted } from '../shared/counted.ts';
import { Pill } from '../shared/Pill.tsx';
import { NextTry } from './StateCell.tsx';
import { EMAIL_STATES } from './words.ts';

/** What became of an e-mail, at length. */
export const Fate = ({ email }: { email: EmailRecord }) => {
  const { state, problem } = email;
  return (
    <>
      <Pill tone={EMAIL_STATES[state].tone}>{EMAIL_STATES[state].label}</Pill>{' '}
      <Typography component="span" variant="inherit">
        <Course email={email} />
      </Typography>
      {problem && <RawText text={problem} statusCode={undefined} />}
    </>
  );
};

const Course = ({ email }: { email: EmailRecord }) => {
  const { state, sentAt, failedAttempts, nextAttemptAt } = email;
  if (sentAt) return <Ago at={sentAt} suffix=" ago" />;
  if (state === 'kept') return 'It waits here until you send it.';
  const tries = `${counted(failedAttempts, 'try', 'tries')}; the mail server said last:`;
  if (state === 'failed') return tries;
  if (!nextAttemptAt) return 'The mail server gets it in a moment.';
  return (
    <>
      next try <NextTry at={nextAttemptAt} />, after {tries}
    </>
  );
};
