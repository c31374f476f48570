import { Button } from '@mui/material';
import { useState } from 'react';
import { useNow } from '../shared/format/useNow.ts';
import type { ApiKeyRecord, NewApiKeyRecord } from './labels.ts';
import { RotateKeyDialog } from './RotateKeyDialog.tsx';

type Props = { apiKey: ApiKeyRecord; onMade: (key: NewApiKeyRecord) => void };

/** Opens the dialog that replaces a key. Neither a replaced nor an expired key can be. */
export const RotateButton = ({ apiKey, onMade }: Props) => {
  const [open, setOpen] = useState(false);
  const { name, replacedById, expiresAt } = apiKey;
  const now = useNow();
  if (replacedById || (expiresAt && Date.parse(expiresAt) <= now)) return null;
  return (
    <>
      <Button size="small" aria-label={`Rotate ${name}`} onClick={() => setOpen(true)}>
        Rotate
      </Button>
      {open && (
        <RotateKeyDialog
          apiKey={apiKey}
          onMade={(key) => {
            setOpen(false);
            onMade(key);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
};
