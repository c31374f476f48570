import type { QueryClient, QueryFilters } from '@tanstack/react-query';
import { isOutage, RETRY_MS, wait } from './request.ts';
import { sessionQuery } from './session.ts';

const LONGEST_RETRY_MS = 60_000;

/** What is on the screen and couldn’t be loaded. */
const FAILED: QueryFilters = { type: 'active', predicate: ({ state }) => isOutage(state.error) };

/**
 * Loads again what couldn’t be loaded, once the server answers. One request finds out whether it does, instead of all.
 * What fails nevertheless is tried again later each time. Returns a function that stops.
 */
export const followOutages = (client: QueryClient): (() => void) => {
  const cache = client.getQueryCache();
  let busy = false;
  const recover = async () => {
    busy = true;
    for (let delay = RETRY_MS; cache.findAll(FAILED).length > 0; ) {
      await wait(delay);
      if (isOutage(await client.fetchQuery(sessionQuery).catch((error: unknown) => error)))
        continue;
      await client.refetchQueries(FAILED);
      delay = Math.min(2 * delay, LONGEST_RETRY_MS);
    }
    busy = false;
  };
  return cache.subscribe(({ query }) => {
    if (!busy && query.isActive() && isOutage(query.state.error)) recover();
  });
};
