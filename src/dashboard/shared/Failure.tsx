import { Alert, Button } from '@mui/material';

type Props = { error: { message: string } | null | undefined; onRetry: () => void };

/** Shown when something couldn't be loaded: the server's message and a button to try again. */
export const Failure = ({ error, onRetry }: Props) => (
  <Alert severity="error" variant="outlined" action={<Button onClick={onRetry}>Try again</Button>}>
    {error?.message ?? 'This couldn’t be loaded.'}
  </Alert>
);
