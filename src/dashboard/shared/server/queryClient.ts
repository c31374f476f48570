import { QueryClient } from '@tanstack/react-query';

/**
 * All that the dashboard has loaded. What can’t be loaded fails at once and says so, even when the browser knows that it
 * is offline. `followOutages` loads it again.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: false,
      // What one part of a page has just loaded, another one needn’t. Of changes, the stream tells.
      staleTime: 2000,
    },
    mutations: { networkMode: 'always' },
  },
});
