import { Button, TextField, Typography } from '@mui/material';
import type { FormEvent } from 'react';
import { useCreate, useNotify, useRefresh, useRemoveFromStore, useStore } from 'react-admin';
import type { NoteRecord } from '../../api/notes/resource.ts';
import { SectionCard } from '../shared/SectionCard.tsx';

/** Adds a note, which then appears on the timeline. */
export const NotesCard = ({ customerId }: { customerId: string }) => {
  // Kept as people look something up on other pages, or reload this one.
  const draft = `notes.draft.${customerId}`;
  const [text, setText] = useStore(draft, '');
  const removeFromStore = useRemoveFromStore();
  const [create, { isPending }] = useCreate<NoteRecord, Error>();
  const notify = useNotify();
  const refresh = useRefresh();

  const add = (event: FormEvent) => {
    event.preventDefault();
    create(
      'notes',
      { data: { customerId, text, kind: 'note' } },
      {
        onSuccess: () => {
          removeFromStore(draft);
          refresh();
        },
        onError: (error) => notify(error.message, { type: 'error' }),
      },
    );
  };
  const empty = text.trim() === '';

  return (
    <SectionCard title="Notes">
      <form onSubmit={add}>
        <TextField
          label="Add an internal note"
          value={text}
          onChange={({ target }) => setText(target.value)}
          multiline
          minRows={2}
          margin="none"
        />
        <Button
          type="submit"
          variant="outlined"
          disabled={empty}
          loading={isPending}
          sx={{ my: 1 }}
        >
          Add note
        </Button>
        <Typography component="div" variant="caption" color="textSecondary">
          Only your team can see notes.
        </Typography>
      </form>
    </SectionCard>
  );
};
