import { type AuthProvider, HttpError } from 'react-admin';
import { z } from 'zod';
import { isAction, isResource, may, ROLES } from '../common/permissions.ts';
import { fetchJson, fetchParsed } from './shared/http.ts';

const session = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string(), role: z.enum(ROLES) }),
});
type Session = z.output<typeof session>;

const post = (path: string, body: object) =>
  fetchJson(`/api/auth/${path}`, { method: 'POST', body: JSON.stringify(body) });

const fetchSession = async (): Promise<Session> => {
  const found = await fetchParsed(session.nullable(), '/api/auth/get-session');
  if (!found) throw new HttpError('Sign in to continue.', 401);
  return found;
};

let pending: Promise<Session> | undefined;

/** React-admin asks several times at once. One request answers all of them. */
const getSession = (): Promise<Session> => {
  pending ??= fetchSession().finally(() => {
    pending = undefined;
  });
  return pending;
};

const statusOf = (error: unknown): number => (error instanceof HttpError ? error.status : 0);

const signInFailure = (error: unknown): string => {
  const status = statusOf(error);
  if (status === 429) return 'Too many attempts. Wait a minute and try again.';
  if (status >= 400 && status < 500) return 'Incorrect email or password.';
  return error instanceof HttpError ? error.message : 'We couldn’t sign you in. Try again.';
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
    // Signing out twice, or after the session has ended, is no failure.
    await post('sign-out', {}).catch(() => undefined);
  },
  // An unreachable server says nothing about the session, and the page reports it anyway.
  checkAuth: async () => {
    await getSession().catch((error: unknown) => {
      if (statusOf(error) === 401) throw error;
    });
  },
  // A 403 means that the role does not allow something, not that the session has ended.
  checkError: async ({ status }: { status?: number }) => {
    if (status === 401) throw new Error('You’ve been signed out. Sign in to continue.');
  },
  getIdentity: async () => {
    const { user } = await getSession();
    return { id: user.id, fullName: user.name, role: user.role };
  },
  canAccess: async ({ resource, action }) => {
    const { user } = await getSession();
    return isAction(action) && isResource(resource) && may(user.role, action, resource);
  },
};
