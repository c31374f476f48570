import { type AuthProvider, HttpError } from 'react-admin';
import { isAction, isResource, may, ownedBy } from '../common/permissions.ts';
import { isOutage, requestJson } from './shared/server/request.ts';
import {
  getRecentSession,
  isSignedOut,
  PATIENCE_MS,
  wasSignedIn,
} from './shared/server/session.ts';

const post = (path: string, body: object, options: { signal?: AbortSignal } = {}) =>
  requestJson(`/api/auth/${path}`, { method: 'POST', body: JSON.stringify(body), ...options });

const signInFailure = (error: unknown): string => {
  if (!(error instanceof HttpError)) return 'We couldn’t sign you in. Try again.';
  return error.message;
};

/** Sign-in with better-auth. Permissions come from the table that the API enforces. */
export const authProvider: AuthProvider = {
  login: async ({ email, password }: { email: string; password: string }) => {
    try {
      await post('sign-in/email', { email, password });
    } catch (error) {
      throw new Error(signInFailure(error));
    }
  },
  logout: async () => {
    if (!wasSignedIn()) return;
    // Nothing is read until this is over.
    const signal = AbortSignal.timeout(PATIENCE_MS);
    await post('sign-out', {}, { signal }).catch((error: unknown) => {
      // The session would last. That it has ended already is no failure.
      if (isOutage(error)) throw error;
    });
  },
  checkAuth: async () => {
    await getRecentSession();
  },
  // A 403 means that the role does not allow something, not that the session has ended.
  checkError: async (error) => {
    if (isSignedOut(error)) throw new Error('You’ve been signed out. Sign in to continue.');
  },
  getIdentity: async () => {
    const { user } = await getRecentSession();
    const { id, name, email, role, shortcuts } = user;
    return { id, fullName: name, email, role, shortcuts };
  },
  canAccess: async ({ resource, action, record }) => {
    const { user } = await getRecentSession();
    if (!isAction(action) || !isResource(resource)) return false;
    return may(user.role, action, resource, record && ownedBy(user.id, resource, record));
  },
};
