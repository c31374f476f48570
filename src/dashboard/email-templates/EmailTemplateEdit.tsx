import { Box, Breadcrumbs, Link } from '@mui/material';
import { EditBase, Form, SaveButton, TextInput, useNotify, useRecordContext } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { EmailTemplateRecord } from '../../api/resources/email-templates.ts';
import { EMAIL_TEMPLATE_FACTS } from '../../journey/outreach.ts';
import { PageHeader } from '../shared/PageHeader.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';
import { Placeholders } from './Placeholders.tsx';
import { ResetButton } from './ResetButton.tsx';
import { TestButton } from './TestButton.tsx';
import { WordsPreview } from './WordsPreview.tsx';

/** Changes the words of one e-mail, with how they look beside them. */
export const EmailTemplateEdit = () => {
  const notify = useNotify();
  return (
    <EditBase
      mutationMode="pessimistic"
      redirect={false}
      mutationOptions={{ onSuccess: () => notify('Saved. E-mails carry these words from now on.') }}
    >
      <Form warnWhenUnsavedChanges disableInvalidFormNotification>
        <Header />
        <Box
          sx={{
            display: 'grid',
            gap: 2,
            alignItems: 'start',
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) minmax(0, 1fr)' },
          }}
        >
          <SectionCard title="Words">
            <TextInput source="subject" helperText={false} />
            <TextInput
              source="body"
              label="Text, in Markdown"
              multiline
              minRows={14}
              helperText={false}
              slotProps={{ htmlInput: { style: { fontFamily: 'monospace', fontSize: 13 } } }}
            />
            <Placeholders />
            <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', mt: 1.5 }}>
              <SaveButton label="Save" />
              <TestButton />
              <ResetButton />
            </Box>
          </SectionCard>
          <SectionCard title="How it looks">
            <WordsPreview />
          </SectionCard>
        </Box>
      </Form>
    </EditBase>
  );
};

const Header = () => {
  const template = useRecordContext<EmailTemplateRecord>();
  if (!template) return null;
  const { label } = EMAIL_TEMPLATE_FACTS[template.id];
  return (
    <>
      <Breadcrumbs sx={{ fontSize: 13, mb: 0.5 }}>
        <Link component={RouterLink} to="/email-templates" color="text.secondary">
          E-mails
        </Link>
        {label}
      </Breadcrumbs>
      <PageHeader title={label} note="filled in with the facts of an example customer" />
    </>
  );
};
