import { type ReactNode, useDeferredValue } from 'react';

/**
 * Shows parts of a page right after the others, drawn in pieces so that the browser answers to clicks meanwhile. For what
 * takes long and has its place: https://react.dev/reference/react/useDeferredValue
 */
export const Later = ({ children }: { children: ReactNode }) =>
  useDeferredValue(true, false) && children;
