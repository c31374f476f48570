import { Button, Divider } from '@mui/material';
import { useSignInOptions } from '../../shared/useSignInOptions.ts';

type Props = {
  /** The page to return to. */
  to: string;
  /** Leaves this page as it is. */
  inNewTab?: boolean | undefined;
};

/** The way to the company’s own sign-in provider, where there is one. */
export const SingleSignOn = ({ to, inNewTab }: Props) => {
  const { data } = useSignInOptions();
  if (!data?.singleSignOn) return null;
  return (
    <>
      <Button
        component="a"
        href={`/api/auth/sign-in/oidc?${new URLSearchParams({ to })}`}
        variant={data.passwordsOff ? 'contained' : 'outlined'}
        fullWidth
        {...(inNewTab && { target: '_blank' })}
      >
        Sign in with single sign-on
      </Button>
      <Divider sx={{ my: 1.5, color: 'text.secondary' }}>or</Divider>
    </>
  );
};
