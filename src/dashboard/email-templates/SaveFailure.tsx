import { Alert, Button } from '@mui/material';
import { useFormState } from 'react-hook-form';
import { FormFailure } from '../shared/forms/FormFailure.tsx';

/** Why saving failed, unless a field’s content is the reason. */
export const SaveFailure = ({ onReload }: { onReload: () => void }) => {
  const stale = useFormState().errors.root?.stale;
  if (stale)
    return (
      <Alert severity="warning" action={<Button onClick={onReload}>Reload</Button>}>
        {stale.message} Copy your changes first. Reloading discards them.
      </Alert>
    );
  return <FormFailure />;
};
