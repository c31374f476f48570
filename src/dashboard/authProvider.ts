import { type AuthProvider, HttpError } from 'react-admin';
import { isAction, isResource, may, type Role } from '../common/permissions.ts';
import { fetchJson } from './shared/http.ts';

type Session = { user: { id: string; name: string; email: string; role: Role } };

const post = (path: string, body: object) =>
  fetchJson(`/api/auth/${path}`, { method: 'POST', body: JSON.stringify(body) });

const askForSession = async (): Promise<Session> => {
  const { json } = await fetchJson('/api/auth/get-session');
  if (!json) throw new HttpError('Sign in to continue.', 401);
  return json;
};

let asking: Promise<Session> | undefined;

/** React-admin asks several times at once, of which one answer serves all. */
const getSession = (): Promise<Session> => {
  asking ??= askForSession().finally(() => {
    asking = undefined;
  });
  return asking;
};

const signInFailure = (error: unknown): string => {
  const status = error instanceof HttpError ? error.status : 0;
  if (status === 429) return 'Too many tries. Wait a minute, then try again.';
  if (status >= 400 && status < 500) return 'The e-mail address or the password is wrong.';
  return error instanceof Error ? error.message : 'Signing in failed. Try again.';
};

/** Sign-in by better-auth, and what the person's role may do, by the same table that the API enforces. */
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
  // A server that can't be reached says nothing about the session; the page itself tells of that.
  checkAuth: async () => {
    await getSession().catch((error: HttpError) => {
      if (error.status === 401) throw error;
    });
  },
  // A 403 says that the role may not do something, not that nobody is signed in.
  checkError: async ({ status }: { status?: number }) => {
    if (status === 401) throw new Error('Your session has ended. Sign in again.');
  },
  getIdentity: async () => {
    const { user } = await getSession();
    return { id: user.id, fullName: user.name, role: user.role };
  },
  canAccess: async ({ resource, action }) =>
    isAction(action) &&
    isResource(resource) &&
    may((await getSession()).user.role, action, resource),
};
