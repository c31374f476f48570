import type { Progress } from '../host.ts';
import { HOST_LOCK } from '../hosted.ts';

const forever = () => new Promise<never>(() => {});

/** Whether this tab is the first one; it then has the host for as long as it is open. */
export const claimHost = (): Promise<boolean> =>
  new Promise((resolve) => {
    void navigator.locks.request(HOST_LOCK, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock ? forever() : undefined;
    });
  });

/** Waits for the tab that has the host; when that one goes, this one starts afresh in its place. */
export const followHost = async (onProgress: (progress: Progress) => void): Promise<void> => {
  void navigator.locks.request(HOST_LOCK, () => location.reload());
  onProgress({ doing: 'Waiting for the tab that runs the demo' });
  await navigator.serviceWorker.ready;
  if (!navigator.serviceWorker.controller) {
    // Loaded before the service worker was there, or reloaded in a way that passes it over.
    location.reload();
    await forever();
  }
  await fetch('/readyz');
};
