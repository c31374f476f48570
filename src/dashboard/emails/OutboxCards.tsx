import { Box, Typography } from '@mui/material';
import { Loading, useListContext } from 'react-admin';
import type { EmailRecord } from '../../api/emails/resource.ts';
import { EMAIL_TEMPLATE_FACTS } from '../../journey/outreach.ts';
import { CustomerLink } from '../shared/customers/CustomerLink.tsx';
import { Ago } from '../shared/format/Ago.tsx';
import { cardSx } from '../shared/list/cardSx.ts';
import { PersonName } from '../shared/people/PersonName.tsx';
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
  <Box sx={cardSx}>
    <TwoLines
      first={
        // Above the email’s link, which covers the card.
        <Box
          component="span"
          sx={{
            position: 'relative',
            zIndex: 1,
            '& a': { display: 'inline-block', lineHeight: '24px' },
          }}
        >
          <CustomerLink id={email.customerId} />
        </Box>
      }
      second={
        <EmailLink
          id={email.id}
          sx={{
            display: 'block',
            overflow: 'hidden',
            textOverflow: 'ellipsis',
            lineHeight: '24px',
            '&::after': { content: '""', position: 'absolute', inset: 0 },
          }}
        >
          {EMAIL_TEMPLATE_FACTS[email.template].label} · <bdi>{email.subject}</bdi>
        </EmailLink>
      }
    />
    <Recipient email={email} />
    <EmailState email={email} />
    <Typography component="div" variant="body2" color="textSecondary">
      <Ago at={email.createdAt} suffix=" ago" /> by <PersonName id={email.createdById} />
    </Typography>
  </Box>
);
