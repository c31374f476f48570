import type { EmailRecord } from '../../api/resources/emails.ts';
import { EMAIL_TEMPLATE_FACTS } from '../../journey/outreach.ts';
import { Ago } from '../shared/Ago.tsx';
import { Fact, Facts } from '../shared/Facts.tsx';
import { PersonName } from '../shared/PersonName.tsx';
import { EmailOpenings } from './EmailOpenings.tsx';
import { Fate } from './Fate.tsx';
import { roleOf } from './words.ts';

/** What stands at the head of an e-mail, and what became of it. */
export const EmailFacts = ({ email }: { email: EmailRecord }) => (
  <Facts>
    <Fact name="State">
      <Fate email={email} />
    </Fact>
    <Fact name="To">
      <bdi>{email.toName}</bdi> <bdi>{`<${email.toEmail}>`}</bdi>
      {`, ${roleOf(email)}`}
    </Fact>
    <Fact name="Reply-To">
      <bdi>{email.replyTo}</bdi>
    </Fact>
    <Fact name="Written">
      <Ago at={email.createdAt} suffix=" ago" /> by <PersonName id={email.createdById} />, template
      “{EMAIL_TEMPLATE_FACTS[email.template].label}”
    </Fact>
    {email.linkId && (
      <Fact name="Its link">
        <EmailOpenings linkId={email.linkId} />
      </Fact>
    )}
  </Facts>
);
