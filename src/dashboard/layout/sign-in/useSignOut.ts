import { useEventCallback } from '@mui/material';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useContext } from 'react';
import { useAuthProvider, useNotify, useResetStore, useTakeUndoableMutation } from 'react-admin';
import { flushSync } from 'react-dom';
import { UNSAFE_DataRouterContext } from 'react-router-dom';
import { wait, withoutReads } from '../../shared/server/request.ts';
import { isSignedIn, PATIENCE_MS } from '../../shared/server/session.ts';

/** In milliseconds, between looks at whether all has been saved. */
const LOOK_AGAIN_MS = 20;

/** Waits until every change has been answered, at most as long as a server may take that can be reached. */
const untilSaved = async (queryClient: QueryClient): Promise<void> => {
  const until = Date.now() + PATIENCE_MS;
  while (queryClient.isMutating() > 0 && Date.now() < until) await wait(LOOK_AGAIN_MS);
};

/**
 * Ends the session, and leads to where people sign in. In place of react-admin’s `useLogout`, whose page stays on the
 * screen until React has the time for the next one, and meanwhile reads everything again.
 */
export const useSignOut = () => {
  const authProvider = useAuthProvider();
  // In routes within routes, as react-admin’s are, `useNavigate` knows no `flushSync`.
  const { router } = useContext(UNSAFE_DataRouterContext) ?? {};
  const resetStore = useResetStore();
  const queryClient = useQueryClient();
  const notify = useNotify();
  // It only knows what was pending when React last rendered, so React renders before the next one is taken.
  const takeUndoable = useEventCallback(useTakeUndoableMutation());
  return async (): Promise<void> => {
    // What could still be undone would be refused once the session has ended.
    while (isSignedIn()) {
      const save = flushSync(takeUndoable);
      if (!save) break;
      save({ isUndo: false });
    }
    await untilSaved(queryClient);
    await queryClient.cancelQueries();
    try {
      await withoutReads(async () => authProvider?.logout({}));
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { type: 'error' });
      // Asks again for what was cancelled.
      queryClient.invalidateQueries();
      return;
    }
    await router?.navigate('/login', { flushSync: true });
    resetStore();
    queryClient.clear();
  };
};
