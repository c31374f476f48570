import { Alert, Box, Button, Card, TextField, Typography } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useLogin } from 'react-admin';
import { DemoSignIns } from './DemoSignIns.tsx';
import { Brand } from './Navigation.tsx';

/** Sign-in with email and password, or in the sandbox with one click as a sample user. */
export const SignInPage = () => {
  const login = useLogin();
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(false);

  const signIn = async (email: string, password: string) => {
    setBusy(true);
    setFailure('');
    await login({ email, password }, '/').catch((error: Error) => setFailure(error.message));
    setBusy(false);
  };

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    signIn(String(fields.get('email')), String(fields.get('password')));
  };

  return (
    <Box
      component="main"
      sx={{
        minHeight: '100vh',
        display: 'grid',
        placeItems: 'center',
        p: 2,
        bgcolor: 'background.default',
      }}
    >
      <title>Sign in · Unstuck</title>
      <Card sx={{ p: 3, width: '100%', maxWidth: 400 }}>
        <Brand />
        <Typography component="h1" variant="h1">
          Sign in
        </Typography>
        <Typography color="textSecondary" sx={{ mb: 1.5 }}>
          See which customers are stuck connecting their accounting software, and get them moving.
        </Typography>
        <form onSubmit={submit}>
          {failure && (
            <Alert severity="error" variant="outlined" sx={{ mb: 1 }}>
              {failure}
            </Alert>
          )}
          <TextField name="email" label="Email" type="email" autoComplete="username" required />
          <TextField
            name="password"
            label="Password"
            type="password"
            autoComplete="current-password"
            required
          />
          <Button type="submit" variant="contained" fullWidth disabled={busy} sx={{ mt: 1.5 }}>
            Sign in
          </Button>
        </form>
        <DemoSignIns busy={busy} onChoose={signIn} />
      </Card>
    </Box>
  );
};
