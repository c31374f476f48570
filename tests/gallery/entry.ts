import type { ReactNode } from 'react';
import type { Data } from './network.ts';
import type { Subjects } from './subjects.ts';

/** How the gallery shows a component. */
export type Entry = {
  show: (subjects: Subjects) => ReactNode;
  /** The list’s resource, which react-admin’s routes would provide. */
  resource?: string;
  /** The page’s route and path, if the component reads parameters from them. */
  route?: { pattern: string; path: string };
  /** The database for the state `empty`, if not the empty one. */
  emptyData?: Data;
};
