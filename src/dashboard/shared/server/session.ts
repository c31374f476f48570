import { queryOptions } from '@tanstack/react-query';
import { HttpError } from 'react-admin';
import type { Session as SessionAnswer } from '../../../api/session/session.ts';
import { queryClient } from './queryClient.ts';
import { RETRY_MS, requestJson, unreachable } from './request.ts';

export type Session = Pick<SessionAnswer, 'user'>;

const QUERY_KEY = ['session'];

/** In milliseconds. Then a server that doesn’t answer counts as one that can’t be reached. */
export const PATIENCE_MS = 5000;

/** In milliseconds: longer than a page takes to load. */
const RECENT_MS = 5000;

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
  const { json } = await requestJson('/api/auth/get-session', { signal });
  // The page of a proxy says nothing about the session.
  if (json === undefined) throw unreachable();
  return json;
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

/** The session, asked for again if it was last heard of longer ago, in milliseconds. */
const sessionWithin = async (staleTime: number): Promise<Session> => {
  const before = known();
  const found = await queryClient
    .fetchQuery({ ...sessionQuery, staleTime })
    .catch((error: unknown) => {
      if (before === undefined) throw error;
      return before;
    });
  return found ?? signedInAgain();
};

/**
 * The session. While the server can’t be reached it is the last one, because that says nothing about the session. Once
 * it has ended, the page stays as it is until people have signed in again.
 * @throws HttpError 401 before anyone has signed in
 */
export const getSession = (): Promise<Session> => sessionWithin(0);

/** As `getSession`, asked for once by a page that needs it several times while it loads. */
export const getRecentSession = (): Promise<Session> => sessionWithin(RECENT_MS);
