import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
} from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useAuthProvider, useGetIdentity } from 'react-admin';
import { useLocation } from 'react-router-dom';
import { renewSession, sessionQuery } from '../../shared/server/session.ts';
import type { Credentials } from './DemoSignIns.tsx';
import { SignInForm } from './SignInForm.tsx';
import { SingleSignOn } from './SingleSignOn.tsx';
import { useSignOut } from './useSignOut.ts';

/** Asks people to sign in again when their session has ended, over the page, which stays as it is. */
export const SignInAgain = () => {
  const title = useId();
  const authProvider = useAuthProvider();
  const signOut = useSignOut();
  const { identity } = useGetIdentity();
  const { pathname, search } = useLocation();
  // They may sign in again in another tab.
  const { data } = useQuery({
    ...sessionQuery,
    enabled: ({ state }) => state.data === null,
    refetchOnWindowFocus: 'always',
  });
  if (data !== null) return null;
  const signIn = async (credentials: Credentials) => {
    await authProvider?.login(credentials);
    await renewSession();
  };
  return (
    <Dialog open aria-labelledby={title} fullWidth maxWidth="xs">
      <DialogTitle id={title}>Sign in to continue</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 1 }}>
          You’ve been signed out. This page stays as it is.
        </DialogContentText>
        <SignInForm email={identity?.email} signIn={signIn}>
          <SingleSignOn to={`${pathname}${search}`} inNewTab />
        </SignInForm>
      </DialogContent>
      <DialogActions>
        <Button onClick={signOut}>Use another account</Button>
      </DialogActions>
    </Dialog>
  );
};
