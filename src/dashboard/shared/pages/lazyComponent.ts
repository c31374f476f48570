import { type ComponentType, lazy } from 'react';
import { queryClient } from '../server/queryClient.ts';
import { isOutage, RETRY_MS, wait } from '../server/request.ts';
import { sessionQuery } from '../server/session.ts';

/** Loads code, even if the server has to come back first. If it has come back with a newer version, that fails. */
export const loadPatiently = async <T>(load: () => Promise<T>): Promise<T> => {
  for (;;)
    try {
      return await load();
    } catch {
      const answer = await queryClient.fetchQuery(sessionQuery).catch((error: unknown) => error);
      if (!isOutage(answer)) return load();
      await wait(RETRY_MS);
    }
};

/** A component whose code is loaded when it is first shown, for what few people open or what is large. */
export const lazyComponent = <P extends object>(load: () => Promise<ComponentType<P>>) =>
  lazy(async () => ({ default: await loadPatiently(load) }));

const pages = new Set<() => Promise<unknown>>();

/** A page whose code is not part of the first load. */
export const lazyPage = <P extends object>(load: () => Promise<ComponentType<P>>) => {
  pages.add(load);
  return lazyComponent(load);
};

/** Loads the code of all pages in advance, so that they open at once, even while the server can’t be reached. */
export const loadPages = (): void => {
  // One that fails is loaded again when it is opened.
  for (const load of pages) load().catch(() => {});
};
