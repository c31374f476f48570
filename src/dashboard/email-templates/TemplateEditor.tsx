import { Box } from '@mui/material';
import { useRef } from 'react';
import { Form, type HttpError, useNotify } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import { EditorActions } from './EditorActions.tsx';
import { insertAtCursor, type TextField } from './insertAtCursor.ts';
import { PlaceholdersCard } from './PlaceholdersCard.tsx';
import { PreviewCard } from './PreviewCard.tsx';
import { type ReadTemplate, saveWords, type Words } from './templateApi.ts';
import { useSettledWords } from './useSettledWords.ts';
import { useWordsPreview } from './useWordsPreview.ts';
import { WordsCard } from './WordsCard.tsx';

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
      notify('Saved. E-mails have these words from now on.');
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
  const words = useSettledWords(record);
  const preview = useWordsPreview(record.id, words);
  const field = useRef<TextField>(null);
  const body = useRef<HTMLTextAreaElement>(null);
  return (
    <Box
      sx={{
        ...{ display: 'grid', gap: 2, alignItems: 'start' },
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) minmax(0, 1fr)' },
      }}
    >
      <WordsCard
        template={record}
        faults={preview.faults}
        bodyRef={body}
        onFocus={(focused) => {
          field.current = focused;
        }}
      >
        <EditorActions template={record} onReload={onReload} />
      </WordsCard>
      <Box
        sx={{
          gridRow: { lg: 'span 2' },
          gridColumn: { lg: 2 },
          position: { lg: 'sticky' },
          top: 16,
        }}
      >
        <PreviewCard {...preview} />
      </Box>
      <PlaceholdersCard onChoose={(text) => insertAtCursor(field.current ?? body.current, text)} />
    </Box>
  );
};
