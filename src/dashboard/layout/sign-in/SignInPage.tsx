import { Box, Card, Typography } from '@mui/material';
import { useLogin } from 'react-admin';
import { Brand } from '../Navigation.tsx';
import { useAskedFor } from '../useAskedFor.ts';
import { ForgotPassword } from './ForgotPassword.tsx';
import { SignInForm } from './SignInForm.tsx';
import { SingleSignOn } from './SingleSignOn.tsx';

/** Sign-in, which leads to the page that was asked for. */
export const SignInPage = () => {
  const login = useLogin();
  const { to, problem } = useAskedFor();
  return (
    <Box
      component="main"
      sx={{
        minHeight: '100vh',
        display: 'grid',
        // From the top, so that nothing moves once it is known how people can sign in.
        placeItems: 'start center',
        p: 2,
        pt: { xs: 2, sm: '12vh' },
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
        <SignInForm signIn={(credentials) => login(credentials, to)} problem={problem}>
          <SingleSignOn to={to} />
        </SignInForm>
        <ForgotPassword />
      </Card>
    </Box>
  );
};
