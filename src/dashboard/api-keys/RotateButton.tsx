import { Button } from '@mui/material';
import { useOpenDialog } from '../shared/dialogs/OpenDialogs.tsx';
import { useNow } from '../shared/format/useNow.ts';
import type { ApiKeyRecord, NewApiKeyRecord } from './labels.ts';
import { RotateKeyDialog } from './RotateKeyDialog.tsx';

type Props = { apiKey: ApiKeyRecord; onMade: (key: NewApiKeyRecord) => void };

/** Opens the dialog that replaces a key. Neither a replaced nor an expired key can be. */
export const RotateButton = ({ apiKey, onMade }: Props) => {
  const openDialog = useOpenDialog();
  const { name, replacedById, expiresAt } = apiKey;
  const now = useNow();
  if (replacedById || (expiresAt && Date.parse(expiresAt) <= now)) return null;
  const rotate = () =>
    openDialog((close) => (
      <RotateKeyDialog
        apiKey={apiKey}
        onMade={(key) => {
          close();
          onMade(key);
        }}
        onClose={close}
      />
    ));
  return (
    <Button size="small" aria-label={`Rotate ${name}`} onClick={rotate}>
      Rotate
    </Button>
  );
};
