import { Typography } from '@mui/material';
import type { EmailRecord } from '../../../api/emails/resource.ts';
import { EmailLink } from '../sending/EmailLink.tsx';
import { roleOf } from '../sending/emailLabels.ts';

type Props = { email: EmailRecord; title: string };

/** An email on the timeline: its recipient, and a link to the whole email. */
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
