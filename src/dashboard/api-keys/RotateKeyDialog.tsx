import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
} from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useRefresh } from 'react-admin';
import { api } from '../shared/api.ts';
import { SelectField } from '../shared/sending/SelectField.tsx';
import type { ApiKeyRecord, NewApiKeyRecord } from './labels.ts';

/** In hours. */
const OVERLAPS = [
  { value: '1', label: '1 hour' },
  { value: '24', label: '1 day' },
  { value: '168', label: '7 days' },
  { value: '720', label: '30 days' },
  { value: '0', label: 'No time: it stops at once' },
] as const;

type Overlap = (typeof OVERLAPS)[number]['value'];

type Props = {
  apiKey: ApiKeyRecord;
  onMade: (key: NewApiKeyRecord) => void;
  onClose: () => void;
};

/** Replaces a key by a new one, and asks how long the old one still works. */
export const RotateKeyDialog = ({ apiKey: { id, name }, onMade, onClose }: Props) => {
  const title = useId();
  const refresh = useRefresh();
  const [overlap, setOverlap] = useState<Overlap>('24');
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () =>
      (
        await api.apiKeys[':id'].rotate.$post({
          param: { id },
          json: { overlapHours: Number(overlap) },
        })
      ).json(),
    onSuccess: (made) => {
      refresh();
      onMade(made);
    },
  });
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} fullWidth maxWidth="xs">
      <DialogTitle id={title} sx={{ overflowWrap: 'anywhere' }}>
        Rotate <bdi>{name}</bdi>
      </DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <DialogContentText>
          You get a new key with the same scopes. Until your programs use it, the old one keeps
          working.
        </DialogContentText>
        <SelectField
          label="The old key keeps working for"
          value={overlap}
          choices={OVERLAPS}
          onChange={setOverlap}
        />
        {error && <Alert severity="error">{error.message}</Alert>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="contained" loading={isPending} onClick={() => mutate()}>
          Create new key
        </Button>
      </DialogActions>
    </Dialog>
  );
};
