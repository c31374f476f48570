import { QueryClient } from '@tanstack/react-query';

/**
 * All that the dashboard has loaded. What can’t be loaded fails at once and says so, even when the browser knows that it
 * is offline. `followOutages` loads it again.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false },
    mutations: { networkMode: 'always' },
  },
});
