import { Box } from '@mui/material';
import { useRef } from 'react';
import { Form, type HttpError, SaveButton, useNotify } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import { WordsCard } from './ContentCard.tsx';
import { WordsPreview } from './ContentPreview.tsx';
import { insertAtCursor, type TextField } from './insertAtCursor.ts';
import { Placeholders } from './Placeholders.tsx';
import { ResetButton } from './ResetButton.tsx';
import { SaveTrouble } from './SaveFailure.tsx';
import { TestButton } from './TestButton.tsx';
import { type ReadTemplate, saveWords, type Words } from './templateApi.ts';
import { useWordsPreview } from './useContentPreview.ts';
import { useSettledWords } from './useSettledContent.ts';

type Props = {
  template: ReadTemplate;
  onSaved: (template: ReadTemplate) => void;
  onReload: () => void;
};

/** Changes the words of an e-mail, which is shown beside them as it will look. */
export const TemplateEditor = ({ template, onSaved, onReload }: Props) => {
  const notify = useNotify();
  const save = async (values: FieldValues) => {
    try {
      onSaved(await saveWords(template, values as Words));
      notify('Saved. E-mails carry these words from now on.');
    } catch (error) {
      const { status, message, body } = error as HttpError;
      return body?.errors ?? { root: { [status === 412 ? 'stale' : 'failed']: message } };
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
  const preview = useWordsPreview(record.id, useSettledWords(record));
  const focused = useRef<TextField>(null);
  const body = useRef<HTMLTextAreaElement>(null);
  return (
    <Box
      sx={{
        ...{ display: 'grid', gap: 2, alignItems: 'start' },
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' },
      }}
    >
      <WordsCard
        id={record.id}
        faults={preview.faults}
        bodyRef={body}
        onFocus={(field) => {
          focused.current = field;
        }}
      >
        <SaveTrouble onReload={onReload} />
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
          <SaveButton label="Save" />
          <TestButton id={record.id} />
          <ResetButton template={record} onReset={onReload} />
        </Box>
      </WordsCard>
      <Box sx={besideSx}>
        <WordsPreview {...preview} />
      </Box>
      <Placeholders onChoose={(text) => insertAtCursor(focused.current ?? body.current, text)} />
    </Box>
  );
};

/** Beside all that is written, and in sight while one scrolls through it. */
const besideSx = {
  ...{ gridRow: { lg: 'span 2' }, gridColumn: { lg: 2 } },
  ...{ position: { lg: 'sticky' }, top: 16 },
} as const;
