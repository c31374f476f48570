import type { Instant } from '../../../journey/instant.ts';
import type { Database } from '../../database.ts';
import type { Scope } from '../scope.ts';

export const MARK_KINDS = [
  'template',
  'threshold',
  'complexity',
  'working-time',
  'incident',
] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** Something that may explain a change in the numbers. */
export type Mark = {
  kind: MarkKind;
  at: Instant;
  /** Its date and its ISO week in the team’s time zone. */
  day: string;
  week: string;
  /** What was changed or failed. */
  recordId: string;
  /** Of the app that it is about, if any. */
  softwareName: string | null;
};

/** More would hide the chart. */
export const MOST_MARKS = 50;

/** Finds the last marks of a period, at most `MOST_MARKS`: those of an app, if one is given, and those of all. */
export type MarkSource = (
  database: Database,
  scope: Pick<Scope, 'period' | 'timeZone' | 'software'>,
) => Promise<Mark[]>;
