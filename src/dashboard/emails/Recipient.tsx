import type { EmailRecord } from '../../api/emails/resource.ts';
import { roleOf } from '../shared/sending/emailLabels.ts';
import { TwoLines } from '../shared/TwoLines.tsx';

/** Who an email is addressed to: their name, role and address. */
export const Recipient = ({ email }: { email: EmailRecord }) => (
  <TwoLines
    first={<bdi>{email.toName ?? email.toEmail}</bdi>}
    second={
      <>
        {roleOf(email)}
        {email.toName && ' · '}
        {email.toName && <bdi>{email.toEmail}</bdi>}
      </>
    }
  />
);
