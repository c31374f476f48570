import { Alert, Button } from '@mui/material';
import { useFormContext } from 'react-hook-form';

/** Why the words could not be saved, where it is not the words. */
export const SaveTrouble = ({ onReload }: { onReload: () => void }) => {
  const { stale, failed } = useFormContext().formState.errors.root ?? {};
  if (stale)
    return (
      <Alert severity="warning" action={<Button onClick={onReload}>Reload</Button>}>
        {stale.message} Copy your own words first: reloading replaces them.
      </Alert>
    );
  return failed ? <Alert severity="error">{failed.message}</Alert> : null;
};
