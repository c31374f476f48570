import { Box } from '@mui/material';
import { useRef } from 'react';
import { Form, HttpError, SaveButton, useNotify } from 'react-admin';
import { problemsOf } from '../shared/forms/problemsOf.ts';
import { ContentCard } from './ContentCard.tsx';
import { ContentPreview } from './ContentPreview.tsx';
import { insertAtCursor, type TextField } from './insertAtCursor.ts';
import { Placeholders } from './Placeholders.tsx';
import { ResetButton } from './ResetButton.tsx';
import { SaveFailure } from './SaveFailure.tsx';
import { TestButton } from './TestButton.tsx';
import { type Content, type ReadTemplate, saveTemplate } from './templateApi.ts';
import { useContentPreview } from './useContentPreview.ts';
import { useSettledContent } from './useSettledContent.ts';

type Props = {
  template: ReadTemplate;
  onSaved: (template: ReadTemplate) => void;
  onReload: () => void;
};

/** Edits a template beside a preview of the email. */
export const TemplateEditor = ({ template, onSaved, onReload }: Props) => {
  const notify = useNotify();
  const save = async ({ subject = '', body = '' }: Partial<Content>) => {
    try {
      onSaved(await saveTemplate(template, { subject, body }));
      notify('Template saved');
    } catch (error) {
      if (error instanceof HttpError && error.status === 412)
        return { root: { stale: error.message } };
      return problemsOf(error);
    }
  };
  return (
    <Form
      record={template.record}
      onSubmit={save}
      warnWhenUnsavedChanges
      noValidate
      disableInvalidFormNotification
    >
      <Editor template={template} onReload={onReload} />
    </Form>
  );
};

const Editor = ({ template: { record }, onReload }: Omit<Props, 'onSaved'>) => {
  const preview = useContentPreview(record.id, useSettledContent(record));
  const focused = useRef<TextField>(null);
  const body = useRef<HTMLTextAreaElement>(null);
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        alignItems: 'start',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' },
      }}
    >
      <ContentCard
        id={record.id}
        errors={preview.errors}
        bodyRef={body}
        onFocus={(field) => {
          focused.current = field;
        }}
      >
        <SaveFailure onReload={onReload} />
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
          <SaveButton label="Save" />
          <TestButton id={record.id} />
          <ResetButton template={record} onReset={onReload} />
        </Box>
      </ContentCard>
      <Box sx={besideSx}>
        <ContentPreview {...preview} />
      </Box>
      <Placeholders onChoose={(text) => insertAtCursor(focused.current ?? body.current, text)} />
    </Box>
  );
};

/** Beside the content and the placeholders, and visible while they scroll. */
const besideSx = {
  gridRow: { lg: 'span 2' },
  gridColumn: { lg: 2 },
  position: { lg: 'sticky' },
  top: 16,
} as const;
