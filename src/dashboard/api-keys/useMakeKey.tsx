import type { ReactNode } from 'react';
import { useOpenDialog } from '../shared/dialogs/OpenDialogs.tsx';
import type { NewApiKeyRecord } from './labels.ts';
import { NewKeyDialog } from './NewKeyDialog.tsx';

type Asking = { onMade: (key: NewApiKeyRecord) => void; onClose: () => void };

/** Opens a dialog that makes a key, and then the one that shows it. */
export const useMakeKey = () => {
  const openDialog = useOpenDialog();
  const show = (made: NewApiKeyRecord) =>
    openDialog((close) => <NewKeyDialog made={made} onClose={close} />);
  return (dialog: (asking: Asking) => ReactNode) =>
    openDialog((close) =>
      dialog({
        onClose: close,
        onMade: (key) => {
          close();
          show(key);
        },
      }),
    );
};
