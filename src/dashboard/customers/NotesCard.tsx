import { Button, TextField, Typography } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useCreate, useNotify, useRefresh } from 'react-admin';
import type { NoteRecord } from '../../api/notes/resource.ts';
import { SectionCard } from '../shared/SectionCard.tsx';

/** Writes a note; it appears on the timeline. */
export const NotesCard = ({ customerId }: { customerId: string }) => {
  const [text, setText] = useState('');
  const [create, { isPending }] = useCreate<NoteRecord>();
  const notify = useNotify();
  const refresh = useRefresh();

  const add = (event: FormEvent) => {
    event.preventDefault();
    create(
      'notes',
      { data: { customerId, text, kind: 'note' } },
      {
        onSuccess: () => {
          setText('');
          refresh();
        },
        onError: (error) => notify((error as Error).message, { type: 'error' }),
      },
    );
  };
  const empty = text.trim() === '';

  return (
    <SectionCard title="Notes">
      <form onSubmit={add}>
        <TextField
          label="What should colleagues know?"
          value={text}
          onChange={({ target }) => setText(target.value)}
          multiline
          minRows={2}
          margin="none"
        />
        <Button type="submit" variant="outlined" disabled={empty || isPending} sx={{ my: 1 }}>
          Add note
        </Button>
        <Typography component="div" variant="caption" color="textSecondary">
          Notes are for your team; the customer never sees them.
        </Typography>
      </form>
    </SectionCard>
  );
};
