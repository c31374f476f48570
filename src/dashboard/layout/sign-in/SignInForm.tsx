import { Alert, Button, TextField } from '@mui/material';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useSignInOptions } from '../../shared/useSignInOptions.ts';
import { type Credentials, DemoSignIns } from './DemoSignIns.tsx';

type Props = {
  /** The person who must sign in, if it can’t be anyone else. */
  email?: string;
  /** @throws Error that says why it failed */
  signIn: (credentials: Credentials) => Promise<unknown>;
  /** Why another way to sign in has failed. */
  problem?: string | undefined;
  /** Another way to sign in. */
  children?: ReactNode;
};

/** The server doesn’t say it of a right password, because guesses would learn from that. */
const passwordHint = (passwordsOff: boolean): string =>
  passwordsOff
    ? 'Only the admin of this installation can use a password.'
    : 'Once you’ve used single sign-on, your password no longer works.';

/** Sign-in with email and password, in another way, or in the sandbox with one click as a sample user. */
export const SignInForm = ({ email: expected, signIn, problem: before, children }: Props) => {
  const { data, error } = useSignInOptions();
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [usesPassword, setUsesPassword] = useState(false);
  const password = useRef<HTMLInputElement>(null);
  const problem = failure ?? before ?? error?.message;

  const send = async (credentials: Credentials) => {
    setBusy(true);
    setFailure(undefined);
    await signIn(credentials).catch((reason: Error) => setFailure(reason.message));
    setBusy(false);
  };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    await send({ email: String(fields.get('email')), password: String(fields.get('password')) });
    // The button had the focus and lost it, as it was disabled.
    password.current?.focus();
  };

  return (
    <>
      {problem && (
        <Alert severity="error" variant="outlined" sx={{ mb: 1.5 }}>
          {problem}
        </Alert>
      )}
      {children}
      {data?.passwordsOff && !usesPassword ? (
        <Button fullWidth onClick={() => setUsesPassword(true)}>
          Use a password
        </Button>
      ) : (
        <form onSubmit={submit}>
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
            inputRef={password}
            autoFocus={expected !== undefined}
            helperText={data?.singleSignOn && passwordHint(data.passwordsOff)}
          />
          <Button type="submit" variant="contained" fullWidth loading={busy} sx={{ mt: 1.5 }}>
            Sign in
          </Button>
        </form>
      )}
      <DemoSignIns email={expected} busy={busy} onChoose={send} />
    </>
  );
};
