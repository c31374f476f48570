import { Card, Link } from '@mui/material';
import { DataTable, ListBase } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { EmailTemplateRecord } from '../../api/resources/email-templates.ts';
import { CONTACT_ROLE_LABELS } from '../../journey/contacts.ts';
import { EMAIL_TEMPLATE_FACTS } from '../../journey/outreach.ts';
import { SettingsHeader } from '../settings/SettingsHeader.tsx';
import { TwoLines } from '../shared/TwoLines.tsx';
import { Whose } from './Whose.tsx';
import { WRITTEN_WHEN } from './words.ts';

const Column = DataTable.Col<EmailTemplateRecord>;

/** The words of each e-mail. */
export const EmailTemplateList = () => (
  <>
    <SettingsHeader note="The words of each e-mail" />
    <ListBase perPage={25}>
      <Card sx={{ overflowX: 'auto' }}>
        <DataTable<EmailTemplateRecord> rowClick="edit" bulkActionButtons={false}>
          <Column
            source="id"
            label="E-mail"
            render={({ id }) => (
              <TwoLines
                first={
                  <Link component={RouterLink} to={`/email-templates/${id}`} color="inherit">
                    {EMAIL_TEMPLATE_FACTS[id].label}
                  </Link>
                }
                second={WRITTEN_WHEN[id]}
              />
            )}
            sx={{ maxWidth: { xs: 200, md: 480 } }}
          />
          <Column
            label="Goes to"
            disableSort
            render={({ id }) => CONTACT_ROLE_LABELS[EMAIL_TEMPLATE_FACTS[id].to]}
          />
          <Column
            source="changedAt"
            label="Words"
            render={(template) => <Whose template={template} />}
          />
        </DataTable>
      </Card>
    </ListBase>
  </>
);
