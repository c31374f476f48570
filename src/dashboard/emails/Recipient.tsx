import type { EmailRecord } from '../../api/emails/resource.ts';
import { roleOf } from '../shared/sending/states.ts';
import { TwoLines } from '../shared/TwoLines.tsx';

/** Whom an e-mail goes to: the name, and what they are to the customer with their address. */
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
