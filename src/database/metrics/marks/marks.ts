import { CHANGES } from './changes.ts';
import { type MarkSource, MOST_MARKS } from './mark.ts';
import { STARTS } from './starts.ts';

const SOURCES: readonly MarkSource[] = [...CHANGES, STARTS];

/** The last marks of a period, the newest first. */
export const marks: MarkSource = async (database, scope) => {
  const found = await Promise.all(SOURCES.map((source) => source(database, scope)));
  return found
    .flat()
    .sort((a, b) => b.at.localeCompare(a.at))
    .slice(0, MOST_MARKS);
};
