import type { ReactNode } from 'react';
import type { Data } from './network.ts';
import type { Subjects } from './subjects.ts';

/** How the gallery shows a component. */
export type Entry = {
  show: (subjects: Subjects) => ReactNode;
  /** The resource that a list is of, as react-admin’s routes would say. */
  resource?: string;
  /** The page’s route and path, where the component reads its parameters. */
  route?: { pattern: string; path: string };
  /** Which database answers in the state `empty`, where that is not the empty one. */
  emptyData?: Data;
};
