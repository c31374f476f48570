import { Button } from '@mui/material';
import { useNow } from '../shared/format/useNow.ts';
import type { ApiKeyRecord } from './labels.ts';
import { RotateKeyDialog } from './RotateKeyDialog.tsx';
import { useMakeKey } from './useMakeKey.tsx';

/** Opens the dialog that replaces a key. Neither a replaced nor an expired key can be. */
export const RotateButton = ({ apiKey }: { apiKey: ApiKeyRecord }) => {
  const makeKey = useMakeKey();
  const { name, replacedById, expiresAt } = apiKey;
  const now = useNow();
  if (replacedById || (expiresAt && Date.parse(expiresAt) <= now)) return null;
  return (
    <Button
      size="small"
      aria-label={`Rotate ${name}`}
      onClick={() => makeKey((asking) => <RotateKeyDialog apiKey={apiKey} {...asking} />)}
    >
      Rotate
    </Button>
  );
};
