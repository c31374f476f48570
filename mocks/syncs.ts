import { runSync, type SyncPorts } from '../src/codat/sync.ts';
import type { SyncKind } from '../src/codat/sync-record.ts';

type Ports = Omit<SyncPorts, 'signal' | 'onProgress'>;

/** Runs syncs with Codat one at a time within this process, as the server's jobs do across servers. */
export const createSyncs = ({ onError, ...ports }: Ports) => {
  const stopping = new AbortController();
  const { signal } = stopping;
  let last: Promise<unknown> = Promise.resolve();
  return {
    request: async (kind: SyncKind): Promise<void> => {
      last = last
        .then(() => runSync({ ...ports, signal, onError, onProgress: () => {} }, kind))
        .catch((error) => signal.aborted || onError(error));
    },
    /** Cancels waiting syncs and waits for the running one to stop. */
    stop: async (): Promise<void> => {
      stopping.abort(new Error('The mock is stopping.'));
      await last;
    },
  };
};
