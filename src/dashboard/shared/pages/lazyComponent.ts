import { type ComponentType, lazy } from 'react';

/** A component whose code is loaded when it is first shown, for what few people open or what is large. */
export const lazyComponent = <P extends object>(load: () => Promise<ComponentType<P>>) =>
  lazy(async () => ({ default: await load() }));
