import { Alert, Button } from '@mui/material';

type Props = { error: { message: string } | null | undefined; onRetry: () => void };

/** Shown in place of what could not be loaded: the server's own sentence, and a way to try again. */
export const Failure = ({ error, onRetry }: Props) => (
  <Alert severity="error" variant="outlined" action={<Button onClick={onRetry}>Try again</Button>}>
    {error?.message ?? 'It could not be loaded.'}
  </Alert>
);
