import { lockCustomers } from '../../database/ingest.ts';
import type { Call } from './resource.ts';

/** Works in a transaction: all of it is kept, or nothing. The call is handed on with it. */
export const inTransaction = <T>(call: Call, work: (call: Call) => Promise<T>): Promise<T> =>
  call.ports.database.transaction((database) =>
    work({ ...call, ports: { ...call.ports, database } }),
  );

/**
 * Works on a record while everyone else who would change it waits, ingest included, so that what was checked of it
 * still holds when it is written. The call is handed on with the transaction, and with the time when its turn came.
 */
export const alone = <T>(call: Call, id: string, work: (call: Call) => Promise<T>): Promise<T> =>
  call.ports.database.transaction(async (database) => {
    await lockCustomers(database, [id]);
    return work({ ...call, ports: { ...call.ports, database }, now: call.ports.now() });
  });
