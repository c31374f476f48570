import type { Progress } from '../host.ts';
import { HOST_LOCK } from '../hosted.ts';

const forever = () => new Promise<never>(() => {});

/** Resolves to true in the first tab, which then runs the host for as long as it is open. */
export const claimHost = (): Promise<boolean> =>
  new Promise((resolve) => {
    void navigator.locks.request(HOST_LOCK, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock ? forever() : undefined;
    });
  });

/** Waits for the tab that runs the host. When that tab closes, this one reloads to take over. */
export const followHost = async (onProgress: (progress: Progress) => void): Promise<void> => {
  void navigator.locks.request(HOST_LOCK, () => location.reload());
  onProgress({ doing: 'Waiting for the tab running the demo' });
  await navigator.serviceWorker.ready;
  if (!navigator.serviceWorker.controller) {
    // This tab loaded before the service worker was ready, or with a reload that bypasses it.
    location.reload();
    await forever();
  }
  await fetch('/readyz');
};
