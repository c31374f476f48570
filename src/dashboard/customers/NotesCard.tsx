import { Box, Button, TextField, Typography } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useCreate, useNotify, useRefresh } from 'react-admin';
import type { NoteRecord } from '../../api/resources/notes.ts';
import { SectionCard } from '../shared/SectionCard.tsx';

/** Writes a note, or what came of a call; it appears on the timeline. */
export const NotesCard = ({ customerId }: { customerId: string }) => {
  const [text, setText] = useState('');
  const [create, { isPending }] = useCreate<NoteRecord>();
  const notify = useNotify();
  const refresh = useRefresh();

  const add = (kind: NoteRecord['kind']) =>
    create(
      'notes',
      { data: { customerId, text, kind } },
      {
        onSuccess: () => {
          setText('');
          refresh();
        },
        onError: (error) => notify((error as Error).message, { type: 'error' }),
      },
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add('note');
  };
  const empty = text.trim() === '';

  return (
    <SectionCard title="Notes">
      <form onSubmit={submit}>
        <TextField
          label="What should colleagues know?"
          value={text}
          onChange={({ target }) => setText(target.value)}
          multiline
          minRows={2}
          margin="none"
        />
        <Box sx={{ display: 'flex', gap: 1, mt: 1, alignItems: 'center' }}>
          <Button type="submit" variant="outlined" disabled={empty || isPending}>
            Add note
          </Button>
          <Button variant="outlined" disabled={empty || isPending} onClick={() => add('call')}>
            Log as call
          </Button>
        </Box>
        <Typography variant="caption" color="textSecondary">
          Notes are for your team; the customer never sees them.
        </Typography>
      </form>
    </SectionCard>
  );
};
