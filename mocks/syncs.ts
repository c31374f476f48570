import { runSync, type SyncPorts } from '../src/codat/sync.ts';
import type { SyncKind } from '../src/codat/sync-record.ts';

type Ports = Omit<SyncPorts, 'signal' | 'onProgress'> & { onError: (error: unknown) => void };

/** Syncs with Codat one after the other within this process, as the server's jobs do across servers. */
export const createSyncs = ({ onError, ...ports }: Ports) => {
  const stopping = new AbortController();
  const { signal } = stopping;
  let last: Promise<unknown> = Promise.resolve();
  return {
    request: async (kind: SyncKind): Promise<void> => {
      last = last
        .then(() => runSync({ ...ports, signal, onProgress: () => {} }, kind))
        .catch((error) => signal.aborted || onError(error));
    },
    /** Lets none begin that has not begun, and waits for the one under way. */
    stop: async (): Promise<void> => {
      stopping.abort(new Error('The mock is stopping.'));
      await last;
    },
  };
};
