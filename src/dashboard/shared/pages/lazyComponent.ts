import { type ComponentType, createElement, lazy, useState } from 'react';
import { queryClient } from '../server/queryClient.ts';
import { isOutage, RETRY_MS, wait } from '../server/request.ts';
import { sessionQuery } from '../server/session.ts';
import { FirstLoad } from './FirstLoad.tsx';

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

/** What loads each component in advance. */
const loads = new Map<unknown, () => Promise<unknown>>();

/**
 * Shows a component that is loaded when it is first shown, or at once if it has been loaded by then: what React has to
 * wait for, however briefly, shows no earlier than 300 ms after what it shows meanwhile.
 */
const lazily = <P extends object>(
  load: () => Promise<ComponentType<P>>,
  onFailure?: (error: unknown) => Promise<never>,
) => {
  let loaded: ComponentType<P> | undefined;
  const loadOnce = async () => {
    loaded ??= await load();
    return loaded;
  };
  const Lazy = lazy(async () => ({ default: await loadPatiently(loadOnce).catch(onFailure) }));
  const Component = (props: P) => {
    // The same for as long as it shows, or else it would start again.
    const [Shown] = useState<ComponentType<P>>(() => loaded ?? Lazy);
    return createElement(Shown, props);
  };
  return { Component, loadOnce };
};

/** A component whose code is loaded when it is first shown, for what is large. */
export const lazyComponent = <P extends object>(load: () => Promise<ComponentType<P>>) =>
  lazily(load).Component;

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

/** A page whose code is not part of the first load. */
export const lazyPage = <P extends object>(load: () => Promise<ComponentType<P>>) => {
  const { Component, loadOnce } = lazily(async () => {
    const Page = await load();
    return (props: P) => createElement(FirstLoad, null, createElement(Page, props));
  }, reload);
  loads.set(Component, loadOnce);
  return Component;
};

/** A part of a page that shows once it is asked for, such as a dialog. The page isn’t reloaded, as what is typed on it must stay. */
export const lazyPart = <P extends object>(load: () => Promise<ComponentType<P>>) => {
  const { Component, loadOnce } = lazily(load);
  loads.set(Component, loadOnce);
  return Component;
};

/** Loads the code of a component that is about to be shown. */
export const loadSoon = (component: unknown): void => {
  // If that fails, it is loaded again when it is shown.
  loads
    .get(component)?.()
    .catch(() => {});
};

/**
 * Loads the code of all pages and their parts in advance, so that they open at once, even while the server can’t be reached.
 * One after the other, so that the page answers to clicks meanwhile.
 */
export const loadInAdvance = async (): Promise<void> => {
  for (const load of loads.values()) await load().catch(() => {});
};
