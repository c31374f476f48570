import { Alert, Button, TextField } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useSignInOptions } from '../shared/useSignInOptions.ts';
import { type Credentials, DemoSignIns } from './DemoSignIns.tsx';

type Props = {
  /** The person who must sign in, if it can’t be anyone else. */
  email?: string;
  /** @throws Error that says why it failed */
  signIn: (credentials: Credentials) => Promise<unknown>;
};

/** Sign-in with email and password, or in the sandbox with one click as a sample user. */
export const SignInForm = ({ email: expected, signIn }: Props) => {
  const { error } = useSignInOptions();
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const problem = failure ?? error?.message;

  const send = async (credentials: Credentials) => {
    setBusy(true);
    setFailure(undefined);
    await signIn(credentials).catch((reason: Error) => setFailure(reason.message));
    setBusy(false);
  };

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    send({ email: String(fields.get('email')), password: String(fields.get('password')) });
  };

  return (
    <>
      <form onSubmit={submit}>
        {problem && (
          <Alert severity="error" variant="outlined" sx={{ mb: 1 }}>
            {problem}
          </Alert>
        )}
        <TextField
          name="email"
          label="Email"
          type="email"
          autoComplete="username"
          required
          defaultValue={expected}
          slotProps={{ htmlInput: { readOnly: expected !== undefined } }}
        />
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
      <DemoSignIns email={expected} busy={busy} onChoose={send} />
    </>
  );
};
