import type { ReactNode } from 'react';
import { DataTable } from 'react-admin';
import type { EmailRecord } from '../../api/resources/emails.ts';
import { EMAIL_TEMPLATE_FACTS } from '../../journey/outreach.ts';
import { CustomerLink } from '../customers/CustomerLink.tsx';
import { Ago } from '../shared/Ago.tsx';
import { PersonAvatar } from '../shared/PersonAvatar.tsx';
import { TwoLines } from '../shared/TwoLines.tsx';
import { EmailState } from './EmailState.tsx';

const Column = DataTable.Col<EmailRecord>;

export const OutboxTable = ({ empty }: { empty: ReactNode }) => (
  <DataTable<EmailRecord> rowClick="show" bulkActionButtons={false} empty={empty}>
    <Column
      source="createdAt"
      label="Written"
      render={({ createdAt }) => <Ago at={createdAt} suffix=" ago" />}
    />
    <Column
      source="customerId"
      label="Customer"
      disableSort
      render={({ customerId }) => <CustomerLink id={customerId} />}
    />
    <Column
      source="subject"
      label="E-mail"
      render={({ subject, template }) => (
        <TwoLines first={<bdi>{subject}</bdi>} second={EMAIL_TEMPLATE_FACTS[template].label} />
      )}
      sx={{ maxWidth: { xs: 260, xl: 420 } }}
    />
    <Column
      source="toEmail"
      label="To"
      render={({ toName, toEmail }) => (
        <TwoLines first={<bdi>{toName ?? toEmail}</bdi>} second={<bdi>{toEmail}</bdi>} />
      )}
      sx={{ maxWidth: 220 }}
    />
    <Column
      source="createdById"
      label="By"
      render={({ createdById }) => <PersonAvatar id={createdById} />}
    />
    <Column source="state" render={(email) => <EmailState email={email} />} />
  </DataTable>
);
