import { Box, TextField as Input, Typography } from '@mui/material';
import type { ReactNode, RefObject } from 'react';
import { useController } from 'react-hook-form';
import type { EmailTemplateRecord } from '../../api/resources/email-templates.ts';
import { CONTACT_ROLE_LABELS } from '../../journey/contacts.ts';
import { EMAIL_TEMPLATE_FACTS } from '../../journey/outreach.ts';
import { SectionCard } from '../shared/SectionCard.tsx';
import type { TextField } from './insertAtCursor.ts';
import { Whose } from './TemplateList.tsx';
import type { Words } from './templateApi.ts';
import type { Faults } from './useWordsPreview.ts';
import { WRITTEN_WHEN } from './words.ts';

type Props = {
  template: EmailTemplateRecord;
  faults: Faults;
  bodyRef: RefObject<HTMLTextAreaElement | null>;
  onFocus: (field: TextField) => void;
  children: ReactNode;
};

/** The two texts of an e-mail, each with what is wrong with it. */
export const WordsCard = ({ template, faults, bodyRef, onFocus, children }: Props) => (
  <SectionCard
    title={EMAIL_TEMPLATE_FACTS[template.id].label}
    aside={<Whose template={template} />}
  >
    <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>
      {WRITTEN_WHEN[template.id]}{' '}
      {`Goes to: ${CONTACT_ROLE_LABELS[EMAIL_TEMPLATE_FACTS[template.id].to].toLowerCase()} contact, unless someone else is chosen.`}
    </Typography>
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <WordsInput name="subject" label="Subject" fault={faults.subject} onFocus={onFocus} />
      <WordsInput
        name="body"
        label="Words, in Markdown"
        fault={faults.body}
        onFocus={onFocus}
        inputRef={bodyRef}
        rows
      />
      {children}
    </Box>
  </SectionCard>
);

type InputProps = {
  name: keyof Words;
  label: string;
  fault: string | undefined;
  inputRef?: RefObject<HTMLTextAreaElement | null>;
  onFocus: (field: TextField) => void;
  rows?: true;
};

const WordsInput = ({ name, label, fault, onFocus, inputRef, rows }: InputProps) => {
  const {
    field: { ref, ...field },
    fieldState,
  } = useController({ name });
  const wrong = fieldState.error?.message ?? fault;
  return (
    <Input
      {...field}
      inputRef={inputRef ?? ref}
      label={label}
      error={wrong !== undefined}
      helperText={wrong}
      onFocus={({ target }) => onFocus(target as TextField)}
      multiline={rows}
      minRows={rows && 16}
      maxRows={rows && 30}
      margin="none"
      slotProps={{
        htmlInput: { spellCheck: true, sx: rows && { fontSize: 13, fontFamily: 'monospace' } },
      }}
    />
  );
};
