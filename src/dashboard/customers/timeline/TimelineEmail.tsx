import { Typography } from '@mui/material';
import type { EmailRecord } from '../../../api/emails/resource.ts';
import { EmailLink } from '../../shared/sending/EmailLink.tsx';
import { roleOf } from '../../shared/sending/emailLabels.ts';

type Props = { email: EmailRecord; title: string };

/** An e-mail on the timeline: to whom it goes, and on a click all of it. */
export const TimelineEmail = ({ email, title }: Props) => (
  <>
    <Typography sx={{ fontWeight: 600 }}>
      <EmailLink id={email.id}>{title}</EmailLink>
    </Typography>
    <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
      to <bdi>{email.toName ?? email.toEmail}</bdi> · {roleOf(email)}
    </Typography>
  </>
);
