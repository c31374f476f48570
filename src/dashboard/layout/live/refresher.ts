import type { Query, QueryClient } from '@tanstack/react-query';
import type { DataProvider } from 'react-admin';
import type { Change } from '../../../api/stream.ts';
import { readInBackground } from '../../shared/server/background.ts';
import { concerns, customersOf } from './concerns.ts';
import { paced } from './paced.ts';
import { readRows } from './rows.ts';

const SECOND_MS = 1000;

/** While changes keep coming, numbers over many customers are read so many times less often than lists. */
const PACES = new Map<unknown, number>([
  ['counts', 2],
  ['groups', 2],
  ['metrics', 5],
]);

/** A row that shows in a list which is read later than that is read by itself. */
const ROWS_MS = 300;

/**
 * Until when a query must not be read again. React-admin dates data that someone has just changed in the future, so
 * that it stays on the screen until it is sent or undone.
 */
const heldUntil = ({ state }: Query): number => state.dataUpdatedAt;

const isFree = (query: Query): boolean => heldUntil(query) <= Date.now();

const isCustomerList = ({ queryKey: [resource, method] }: Query): boolean =>
  resource === 'customers' && method === 'getList';

/**
 * Keeps what is on the screen up to date, in the background: what is about certain customers at once, lists and numbers
 * at once and then at a measured pace while changes keep coming, and their rows meanwhile.
 */
export const createRefresher = (client: QueryClient, provider: Pick<DataProvider, 'getMany'>) => {
  const reads = new WeakMap<Query, ReturnType<typeof paced>>();
  let changedCustomers = new Set<string>();
  let pace = 0;

  /** Many pages hear of a change in the same moment. They don’t all ask then. */
  const spread = () => Math.random() * Math.min(pace, 1) * SECOND_MS;

  const pauseOf = ({ queryKey }: Query): number => {
    if (customersOf(queryKey)) return 0;
    return Math.max(pace, 1) * SECOND_MS * (PACES.get(queryKey[1]) ?? 1);
  };

  const readOf = (query: Query) => {
    const known = reads.get(query);
    if (known) return known;
    const { queryKey } = query;
    const read = paced(
      () =>
        readInBackground(() => client.refetchQueries({ queryKey, exact: true, type: 'active' })),
      (startedAt) => Math.max(startedAt + pauseOf(query), heldUntil(query)),
      spread,
    );
    reads.set(query, read);
    return read;
  };

  const readChangedRows = paced(
    () => {
      const changed = changedCustomers;
      changedCustomers = new Set();
      // They are in the lists’ next answers too.
      return readRows(client, provider, changed, isFree).catch(() => {});
    },
    (startedAt) => startedAt + ROWS_MS,
    () => spread() / 2,
  );

  const refresh = (change: Change): void => {
    const predicate = (query: Query) => concerns(change, query.queryKey);
    client.invalidateQueries({
      predicate: (query) => predicate(query) && isFree(query),
      refetchType: 'none',
    });
    const concerned = client.getQueryCache().findAll({ type: 'active', predicate });
    const times = concerned.filter(isCustomerList).map((query) => readOf(query)());
    for (const query of concerned.filter((one) => !isCustomerList(one))) readOf(query)();
    if (!change.customerId || !times.some((time) => time - Date.now() > ROWS_MS)) return;
    changedCustomers.add(change.customerId);
    readChangedRows();
  };

  return {
    refresh,
    /** Sets how many seconds apart lists are read while changes keep coming. */
    setPace: (seconds: number): void => {
      pace = seconds;
    },
  };
};
