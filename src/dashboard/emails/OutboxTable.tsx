import { DataTable } from 'react-admin';
import type { EmailRecord } from '../../api/emails/resource.ts';
import { EMAIL_TEMPLATE_FACTS } from '../../journey/outreach.ts';
import { CustomerLink } from '../shared/customers/CustomerLink.tsx';
import { Ago } from '../shared/format/Ago.tsx';
import { PersonAvatar } from '../shared/people/PersonAvatar.tsx';
import { EmailLink } from '../shared/sending/EmailLink.tsx';
import { TwoLines } from '../shared/TwoLines.tsx';
import { EmailState } from './EmailState.tsx';
import { Recipient } from './Recipient.tsx';

const Column = DataTable.Col<EmailRecord>;

export const OutboxTable = () => (
  <DataTable<EmailRecord> rowClick="show" bulkActionButtons={false}>
    <Column
      source="createdAt"
      label="Created"
      sortByOrder="DESC"
      render={({ createdAt }) => <Ago at={createdAt} suffix=" ago" />}
    />
    <Column
      source="customerId"
      label="Customer"
      disableSort
      render={({ customerId }) => <CustomerLink id={customerId} />}
      sx={{ maxWidth: { xs: 160, xl: 280 }, overflow: 'hidden', textOverflow: 'ellipsis' }}
    />
    <Column
      source="subject"
      label="Template"
      render={({ id, subject, template }) => (
        <TwoLines
          first={
            <EmailLink id={id} sx={{ display: 'block', lineHeight: '24px' }}>
              {EMAIL_TEMPLATE_FACTS[template].label}
            </EmailLink>
          }
          second={<bdi>{subject}</bdi>}
        />
      )}
      sx={{ maxWidth: { xs: 220, xl: 420 } }}
    />
    <Column
      source="toEmail"
      label="Recipient"
      render={(email) => <Recipient email={email} />}
      sx={{ maxWidth: 200 }}
    />
    <Column
      source="createdById"
      label="Sent by"
      render={({ createdById }) => <PersonAvatar id={createdById} />}
    />
    <Column
      source="state"
      label="Status"
      render={(email) => <EmailState email={email} />}
      sx={{ minWidth: 220, maxWidth: { xs: 260, xl: 420 } }}
    />
  </DataTable>
);
