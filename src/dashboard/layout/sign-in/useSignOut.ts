import { useQueryClient } from '@tanstack/react-query';
import { useContext } from 'react';
import { useAuthProvider, useNotify, useResetStore } from 'react-admin';
import { UNSAFE_DataRouterContext } from 'react-router-dom';
import { withoutReads } from '../../shared/server/request.ts';

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
  return async (): Promise<void> => {
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
