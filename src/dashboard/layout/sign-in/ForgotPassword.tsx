import { Alert, Box, Button, TextField, Typography } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { requestJson } from '../../shared/server/request.ts';
import { useSignInOptions } from '../../shared/useSignInOptions.ts';

/** Asks for a link to choose a new password by email. The answer doesn’t tell whether the address is known. */
export const ForgotPassword = () => {
  const { data } = useSignInOptions();
  const [open, setOpen] = useState(false);
  const [sent, setSent] = useState<{ severity: 'success' | 'error'; message: string }>();
  const [busy, setBusy] = useState(false);
  if (!data || data.passwordsOff) return null;
  if (!data.passwordReset)
    return (
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1.5 }}>
        Forgot your password? Ask an admin for a link.
      </Typography>
    );
  if (!open)
    return (
      <Button fullWidth sx={{ mt: 1 }} onClick={() => setOpen(true)}>
        Forgot your password?
      </Button>
    );
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const email = new FormData(event.currentTarget).get('email');
    setBusy(true);
    const init = { method: 'POST', body: JSON.stringify({ email }) };
    await requestJson('/api/password-resets', init).then(
      () =>
        setSent({
          severity: 'success',
          message:
            'If someone on the team has this address, a link is on its way. It works for an hour.',
        }),
      (error: Error) => setSent({ severity: 'error', message: error.message }),
    );
    setBusy(false);
  };
  return (
    <Box
      component="form"
      onSubmit={send}
      sx={{ mt: 2, pt: 2, borderTop: 1, borderColor: 'divider' }}
    >
      <Typography component="h2" variant="h2">
        Forgot your password?
      </Typography>
      <TextField
        name="email"
        label="Your email"
        type="email"
        autoComplete="username"
        required
        autoFocus
      />
      <Button type="submit" variant="outlined" fullWidth loading={busy} sx={{ mt: 1 }}>
        Email me a link
      </Button>
      {sent && (
        <Alert severity={sent.severity} variant="outlined" sx={{ mt: 1 }}>
          {sent.message}
        </Alert>
      )}
    </Box>
  );
};
