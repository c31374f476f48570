import { DialogContentText } from '@mui/material';
import { useState } from 'react';
import { useRefresh } from 'react-admin';
import { api } from '../shared/api.ts';
import { DialogForm } from '../shared/dialogs/DialogForm.tsx';
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
  const refresh = useRefresh();
  const [overlap, setOverlap] = useState<Overlap>('24');
  const rotate = async () => {
    const request = { param: { id }, json: { overlapHours: Number(overlap) } };
    const made = await (await api.apiKeys[':id'].rotate.$post(request)).json();
    refresh();
    onMade(made);
  };
  return (
    <DialogForm
      title={
        <>
          Rotate <bdi>{name}</bdi>
        </>
      }
      action="Create new key"
      onSubmit={rotate}
      onClose={onClose}
    >
      <DialogContentText sx={{ mb: 2 }}>
        You get a new key with the same scopes. Until your programs use it, the old one keeps
        working.
      </DialogContentText>
      <SelectField
        label="The old key keeps working for"
        value={overlap}
        choices={OVERLAPS}
        onChange={setOverlap}
      />
    </DialogForm>
  );
};
