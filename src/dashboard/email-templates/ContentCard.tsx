import { Box, TextField as Input, Typography } from '@mui/material';
import type { ReactNode, RefObject } from 'react';
import { useController } from 'react-hook-form';
import { CONTACT_ROLE_LABELS } from '../../journey/contacts.ts';
import { EMAIL_TEMPLATE_FACTS, type EmailTemplate } from '../../journey/outreach.ts';
import { SectionCard } from '../shared/SectionCard.tsx';
import type { TextField } from './insertAtCursor.ts';
import type { Words } from './templateApi.ts';
import type { Faults } from './useContentPreview.ts';

type Props = {
  id: EmailTemplate;
  faults: Faults;
  bodyRef: RefObject<HTMLTextAreaElement | null>;
  onFocus: (field: TextField) => void;
  children: ReactNode;
};

/** The two texts of an e-mail, each with what is wrong with it. */
export const WordsCard = ({ id, faults, bodyRef, onFocus, children }: Props) => (
  <SectionCard title="Words" aside={`Goes to: ${CONTACT_ROLE_LABELS[EMAIL_TEMPLATE_FACTS[id].to]}`}>
    <Typography color="textSecondary" sx={{ mb: 2 }}>
      {EMAIL_TEMPLATE_FACTS[id].description}
    </Typography>
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <WordsInput name="subject" label="Subject" fault={faults.subject} onFocus={onFocus} />
      <WordsInput
        name="body"
        label="Text, in Markdown"
        fault={faults.body}
        onFocus={onFocus}
        inputRef={bodyRef}
        long
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
  long?: true;
};

const WordsInput = ({ name, label, fault, onFocus, inputRef, long }: InputProps) => {
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
      onFocus={({ target }) => onFocus(target)}
      {...(long && { multiline: true, minRows: 16, maxRows: 30 })}
      margin="none"
      slotProps={{ htmlInput: long ? { style: { fontFamily: 'monospace', fontSize: 13 } } : {} }}
    />
  );
};
