import type { EmailRecord } from '../../api/resources/emails.ts';
import { TwoLines } from '../shared/TwoLines.tsx';
import { roleOf } from './states.ts';

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
