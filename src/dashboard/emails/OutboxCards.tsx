import { Typography } from '@mui/material';
import { Loading, useListContext } from 'react-admin';
import type { EmailRecord } from '../../api/emails/resource.ts';
import { EMAIL_TEMPLATE_FACTS } from '../../journey/outreach.ts';
import { CustomerName } from '../shared/customers/CustomerName.tsx';
import { Ago } from '../shared/format/Ago.tsx';
import { PersonName } from '../shared/PersonName.tsx';
import { EmailLink } from '../shared/sending/EmailLink.tsx';
import { TwoLines } from '../shared/TwoLines.tsx';
import { EmailState } from './EmailState.tsx';
import { Recipient } from './Recipient.tsx';

/** The Outbox on a screen too narrow for a table. */
export const OutboxCards = () => {
  const { data, isPending } = useListContext<EmailRecord>();
  if (isPending) return <Loading />;
  return data?.map((email) => <OutboxCard key={email.id} email={email} />);
};

const OutboxCard = ({ email }: { email: EmailRecord }) => (
  <EmailLink
    id={email.id}
    underline="none"
    sx={{ display: 'grid', gap: 1, p: 2, borderBottom: 1, borderColor: 'line.faint' }}
  >
    <TwoLines
      first={<CustomerName id={email.customerId} />}
      second={
        <>
          {EMAIL_TEMPLATE_FACTS[email.template].label} · <bdi>{email.subject}</bdi>
        </>
      }
    />
    <Recipient email={email} />
    <EmailState email={email} />
    <Typography component="div" variant="body2" color="textSecondary">
      <Ago at={email.createdAt} suffix=" ago" /> by <PersonName id={email.createdById} />
    </Typography>
  </EmailLink>
);
