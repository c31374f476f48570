import { Link, Typography } from '@mui/material';
import { lazy, Suspense, useState } from 'react';
import type { EmailRecord } from '../../api/resources/emails.ts';
import { roleOf } from '../outbox/words.ts';

const EmailDialog = lazy(async () => ({
  default: (await import('../outbox/EmailDialog.tsx')).EmailDialog,
}));

type Props = { email: EmailRecord; title: string };

/** An e-mail on the timeline: to whom, what kept it, and on a click all of it. */
export const TimelineEmail = ({ email, title }: Props) => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Link
        component="button"
        type="button"
        color="inherit"
        onClick={() => setOpen(true)}
        sx={{
          fontWeight: 600,
          fontSize: 'body1.fontSize',
          textAlign: 'start',
          verticalAlign: 'top',
        }}
      >
        {title}
      </Link>
      <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
        to <bdi>{email.toName ?? email.toEmail}</bdi> · {roleOf(email)}
        {email.problem && `: ${email.problem}`}
      </Typography>
      {open && (
        <Suspense>
          <EmailDialog id={email.id} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
};
