import { Alert, Button } from '@mui/material';
import { useFormContext } from 'react-hook-form';

/** Why saving failed, unless a field’s content is the reason. */
export const SaveFailure = ({ onReload }: { onReload: () => void }) => {
  const { stale, failed } = useFormContext().formState.errors.root ?? {};
  if (stale)
    return (
      <Alert severity="warning" action={<Button onClick={onReload}>Reload</Button>}>
        {stale.message} Copy your changes first. Reloading discards them.
      </Alert>
    );
  return failed ? <Alert severity="error">{failed.message}</Alert> : null;
};
