import { Alert, Button } from '@mui/material';
import { useListContext } from 'react-admin';

/** Shown where a list could not be loaded: the server's own sentence, and a way to try again. */
export const ListFailure = () => {
  const { error, refetch } = useListContext();
  return (
    <Alert
      severity="error"
      variant="outlined"
      action={<Button onClick={() => refetch()}>Try again</Button>}
    >
      {error?.message ?? 'The list could not be loaded.'}
    </Alert>
  );
};
