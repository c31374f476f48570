import { lockCustomers } from '../../database/locks.ts';
import { transact } from '../../database/transact.ts';
import { inTurn } from '../../database/waiting/turns.ts';
import type { ApiRequest } from './request.ts';

/** Then the person gets 503. */
const PATIENCE_MS = 5000;

/** Runs `work` in a transaction: all of it is kept, or nothing. Hands the request on with the transaction. */
export const inTransaction = <T>(
  request: ApiRequest,
  work: (request: ApiRequest) => Promise<T>,
): Promise<T> =>
  transact(request.ports.database, (database) =>
    work({ ...request, ports: { ...request.ports, database } }),
  );

/**
 * Runs `work` while everyone else who would change the record waits, ingest included, so that what it checks still
 * holds when it writes. Hands the request on with the transaction, and with the time when its turn came.
 */
export const locked = <T>(
  request: ApiRequest,
  id: string,
  work: (request: ApiRequest) => Promise<T>,
): Promise<T> =>
  inTurn(id, PATIENCE_MS, () =>
    transact(request.ports.database, async (database) => {
      await lockCustomers(database, [id]);
      return work({ ...request, ports: { ...request.ports, database }, now: request.ports.now() });
    }),
  );
