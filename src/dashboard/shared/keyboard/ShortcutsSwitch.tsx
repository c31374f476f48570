import { FormControlLabel, Switch } from '@mui/material';
import { useGetIdentity, useNotify } from 'react-admin';
import { saveAccount } from '../saveAccount.ts';
import { useShortcutsOn } from './useShortcut.ts';

/** Turns single keys on or off, for the person on every device. Saved at once. */
export const ShortcutsSwitch = () => {
  const { refetch } = useGetIdentity();
  const on = useShortcutsOn();
  const notify = useNotify();
  const save = async (shortcuts: boolean) => {
    try {
      await saveAccount('update-user', { shortcuts });
      await refetch?.();
    } catch (error) {
      if (error instanceof Error) notify(error.message, { type: 'error' });
    }
  };
  return (
    <FormControlLabel
      label="Single-key shortcuts"
      disabled={on === undefined}
      control={<Switch checked={on ?? false} onChange={(_, checked) => save(checked)} />}
    />
  );
};
