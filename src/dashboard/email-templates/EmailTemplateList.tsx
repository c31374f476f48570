import { Card } from '@mui/material';
import { AccessDenied, CanAccess, DataTable, ListBase } from 'react-admin';
import type { EmailTemplateRecord } from '../../api/resources/email-templates.ts';
import { CONTACT_ROLE_LABELS } from '../../journey/contacts.ts';
import { EMAIL_TEMPLATE_FACTS } from '../../journey/outreach.ts';
import { SettingsHeader } from '../settings/SettingsHeader.tsx';
import { Ago } from '../shared/Ago.tsx';
import { PersonName } from '../shared/PersonName.tsx';
import { TwoLines } from '../shared/TwoLines.tsx';

const Column = DataTable.Col<EmailTemplateRecord>;

/** The words of each e-mail. */
export const EmailTemplateList = () => (
  <CanAccess resource="email-templates" action="edit" accessDenied={<AccessDenied />}>
    <SettingsHeader note="The words of each e-mail" />
    <ListBase perPage={25}>
      <Card sx={{ overflowX: 'auto' }}>
        <DataTable<EmailTemplateRecord> rowClick="edit" bulkActionButtons={false}>
          <Column
            source="id"
            label="E-mail"
            render={({ id, subject }) => (
              <TwoLines first={EMAIL_TEMPLATE_FACTS[id].label} second={subject} />
            )}
            sx={{ maxWidth: { xs: 240, md: 480 } }}
          />
          <Column
            label="Goes to"
            disableSort
            render={({ id }) => CONTACT_ROLE_LABELS[EMAIL_TEMPLATE_FACTS[id].to]}
          />
          <Column
            source="changedAt"
            label="Changed"
            render={({ changedAt, changedById }) =>
              changedAt && changedById ? (
                <>
                  <Ago at={changedAt} suffix=" ago" /> by <PersonName id={changedById} />
                </>
              ) : (
                'as it came'
              )
            }
          />
        </DataTable>
      </Card>
    </ListBase>
  </CanAccess>
);
