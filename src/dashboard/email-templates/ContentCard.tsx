import { Box, TextField as Input, Typography } from '@mui/material';
import type { ReactNode, RefObject } from 'react';
import { useController } from 'react-hook-form';
import { EMAIL_TEMPLATE_FACTS, type EmailTemplate } from '../../journey/outreach.ts';
import { SectionCard } from '../shared/SectionCard.tsx';
import { CONTACT_NAMES } from '../shared/sending/emailLabels.ts';
import type { TextField } from './insertAtCursor.ts';
import type { Content } from './templateApi.ts';
import type { Errors } from './useContentPreview.ts';

type Props = {
  id: EmailTemplate;
  errors: Errors;
  bodyRef: RefObject<HTMLTextAreaElement | null>;
  onFocus: (field: TextField) => void;
  children: ReactNode;
};

/** The subject and body of a template, each with its error. */
export const ContentCard = ({ id, errors, bodyRef, onFocus, children }: Props) => (
  <SectionCard title="Content" aside={`Sent to: ${CONTACT_NAMES[EMAIL_TEMPLATE_FACTS[id].to]}`}>
    <Typography color="textSecondary" sx={{ mb: 2 }}>
      {EMAIL_TEMPLATE_FACTS[id].description}
    </Typography>
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <ContentInput name="subject" label="Subject" problem={errors.subject} onFocus={onFocus} />
      <ContentInput
        name="body"
        label="Body (Markdown)"
        problem={errors.body}
        onFocus={onFocus}
        inputRef={bodyRef}
        long
      />
      {children}
    </Box>
  </SectionCard>
);

type InputProps = {
  name: keyof Content;
  label: string;
  problem: string | undefined;
  inputRef?: RefObject<HTMLTextAreaElement | null>;
  onFocus: (field: TextField) => void;
  long?: true;
};

const ContentInput = ({ name, label, problem, onFocus, inputRef, long }: InputProps) => {
  const {
    field: { ref, ...field },
    fieldState,
  } = useController({ name });
  const message = fieldState.error?.message ?? problem;
  return (
    <Input
      {...field}
      inputRef={inputRef ?? ref}
      label={label}
      error={message !== undefined}
      helperText={message}
      onFocus={({ target }) => onFocus(target)}
      {...(long && { multiline: true, minRows: 16, maxRows: 30 })}
      margin="none"
      slotProps={{ htmlInput: long ? { style: { fontFamily: 'monospace', fontSize: 13 } } : {} }}
    />
  );
};
