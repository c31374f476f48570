import { type ComponentType, lazy } from 'react';
import { queryClient } from '../server/queryClient.ts';
import { isOutage, RETRY_MS, wait } from '../server/request.ts';
import { sessionQuery } from '../server/session.ts';

/**
 * Loads code, even if the server has to come back first. That fails if it has come back with a newer version, and in
 * browsers that remember what they couldn’t load.
 */
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

const RELOADED_AT = 'reloaded-at';

/** Milliseconds in which a second reload would not help either. */
const RELOAD_AGAIN_AFTER = 60_000;

/**
 * Loads the page again when its code can’t be loaded. Nothing that was typed is lost: people have just left for it.
 * @throws what loading threw, if a reload has just not helped
 */
const reload = (error: unknown): Promise<never> => {
  if (Date.now() - Number(sessionStorage.getItem(RELOADED_AT)) < RELOAD_AGAIN_AFTER) throw error;
  sessionStorage.setItem(RELOADED_AT, String(Date.now()));
  location.reload();
  return new Promise(() => {});
};

const pages = new Set<() => Promise<unknown>>();

/** A page whose code is not part of the first load. */
export const lazyPage = <P extends object>(load: () => Promise<ComponentType<P>>) => {
  pages.add(load);
  return lazyComponent(() => loadPatiently(load).catch(reload));
};

/** Loads the code of all pages in advance, so that they open at once, even while the server can’t be reached. */
export const loadPages = (): void => {
  // One that fails is loaded again when it is opened.
  for (const load of pages) load().catch(() => {});
};
