import type { Query, QueryClient } from '@tanstack/react-query';
import type { Change } from '../../../api/stream.ts';
import { concerns } from './concerns.ts';

/**
 * Until when a query must not be read again. React-admin dates data that someone has just changed in the future, so
 * that it stays on the screen until it is sent or undone.
 */
const heldUntil = ({ state }: Query): number => state.dataUpdatedAt;

/**
 * Refetches what is on the screen and has changed, in the background. Only one read runs at a time: changes that
 * arrive faster than the server answers wait and are read together.
 */
export const createRefresher = (client: QueryClient) => {
  let waiting: Change[] = [];
  let busy = false;

  const refreshHeldLater = (concerned: (query: Query) => boolean, changes: Change[]) => {
    const held = client.getQueryCache().findAll({ type: 'active', predicate: concerned });
    const wait = Math.max(...held.map(heldUntil)) - Date.now();
    if (wait > 0) setTimeout(() => changes.forEach(refresh), wait);
  };

  const refresh = async (change: Change): Promise<void> => {
    waiting.push(change);
    if (busy) return;
    busy = true;
    while (waiting.length > 0) {
      const changes = waiting;
      waiting = [];
      const concerned = ({ queryKey }: Query) =>
        changes.some((change) => concerns(change, queryKey));
      refreshHeldLater(concerned, changes);
      await client.invalidateQueries({
        predicate: (query) => concerned(query) && heldUntil(query) <= Date.now(),
      });
    }
    busy = false;
  };

  return refresh;
};
