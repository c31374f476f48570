import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { DataTable } from 'react-admin';
import type { EmailRecord } from '../../api/resources/emails.ts';
import { EMAIL_TEMPLATE_FACTS } from '../../journey/outreach.ts';
import { CustomerLink } from '../customers/CustomerLink.tsx';
import { Ago } from '../shared/Ago.tsx';
import { PersonAvatar } from '../shared/PersonAvatar.tsx';
import { TwoLines } from '../shared/TwoLines.tsx';
import { EmailLink } from './EmailLink.tsx';
import { Recipient } from './Recipient.tsx';
import { StateCell } from './StateCell.tsx';

const Column = DataTable.Col<EmailRecord>;

export const EmailTable = ({ empty }: { empty: ReactNode }) => (
  <DataTable<EmailRecord> rowClick="show" bulkActionButtons={false} empty={empty}>
    <Column
      source="customerId"
      label="Customer"
      disableSort
      render={({ customerId }) => (
        <Narrow>
          <CustomerLink id={customerId} />
        </Narrow>
      )}
    />
    <Column
      source="template"
      label="E-mail"
      render={({ id, template, subject }) => (
        <Narrow>
          <TwoLines
            first={<EmailLink id={id}>{EMAIL_TEMPLATE_FACTS[template].label}</EmailLink>}
            second={subject}
          />
        </Narrow>
      )}
    />
    <Column
      source="toEmail"
      label="To"
      render={(email) => (
        <Narrow>
          <Recipient email={email} />
        </Narrow>
      )}
    />
    <Column
      source="createdById"
      label="By"
      disableSort
      render={({ createdById }) => <PersonAvatar id={createdById} />}
    />
    <Column
      source="createdAt"
      label="Written"
      sortByOrder="DESC"
      render={({ createdAt }) => <Ago at={createdAt} suffix=" ago" />}
    />
    <Column source="state" render={(email) => <StateCell email={email} />} />
  </DataTable>
);

const Narrow = ({ children }: { children: ReactNode }) => (
  <Box sx={{ maxWidth: { md: 170, xl: 280 }, overflow: 'hidden', textOverflow: 'ellipsis' }}>
    {children}
  </Box>
);
