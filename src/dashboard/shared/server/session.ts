import { queryOptions } from '@tanstack/react-query';
import { HttpError } from 'react-admin';
import { z } from 'zod';
import { ROLES } from '../../../common/permissions.ts';
import { queryClient } from './queryClient.ts';
import { RETRY_MS, requestJson } from './request.ts';

const session = z.object({
  user: z.object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: z.enum(ROLES),
    /** Whether they use single keys. */
    shortcuts: z.boolean(),
  }),
});
export type Session = z.output<typeof session>;

const QUERY_KEY = ['session'];

/** In milliseconds. Then a server that doesn’t answer counts as one that can’t be reached. */
const PATIENCE_MS = 5000;

/** What was last heard: null once the session has ended, undefined before anything was. */
const known = () => queryClient.getQueryData<Session | null>(QUERY_KEY);

export const isSignedOut = (error: unknown): boolean =>
  error instanceof HttpError && error.status === 401;

/** Whether someone has signed in since the page was loaded. Their session may have ended since. */
export const wasSignedIn = (): boolean => known() !== undefined;

/** Whether they still are, as far as is known. */
export const isSignedIn = (): boolean => Boolean(known());

/** Asks the server, which may not know the session. */
const askSession = async (): Promise<Session | null> => {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  return session.nullable().parse((await requestJson('/api/auth/get-session', { signal })).json);
};

/** The session. Before anyone has signed in, it is asked for until the server answers. */
export const sessionQuery = queryOptions({
  queryKey: QUERY_KEY,
  queryFn: async () => {
    const found = await askSession();
    if (!found && !wasSignedIn()) throw new HttpError('Sign in to continue.', 401);
    return found;
  },
  retry: (_, error) => !wasSignedIn() && !isSignedOut(error),
  retryDelay: RETRY_MS,
  gcTime: Number.POSITIVE_INFINITY,
});

/**
 * Asks for the session after signing in again.
 * @throws HttpError if the server can’t be reached
 */
export const renewSession = async (): Promise<Session | null> => {
  // A question from before would still be answered that there is none.
  await queryClient.cancelQueries(sessionQuery);
  return queryClient.fetchQuery(sessionQuery);
};

/** Waits for as long as people need to sign in again, and forever if they sign out instead. */
const signedInAgain = (): Promise<Session> =>
  new Promise((resolve) => {
    const stop = queryClient.getQueryCache().subscribe(() => {
      const found = known();
      if (found === null) return;
      stop();
      if (found) resolve(found);
    });
  });

/**
 * The session. While the server can’t be reached it is the last one, because that says nothing about the session. Once
 * it has ended, the page stays as it is until people have signed in again.
 * @throws HttpError 401 before anyone has signed in
 */
export const getSession = async (): Promise<Session> => {
  const before = known();
  const found = await queryClient.fetchQuery(sessionQuery).catch((error: unknown) => {
    if (before === undefined) throw error;
    return before;
  });
  return found ?? signedInAgain();
};
