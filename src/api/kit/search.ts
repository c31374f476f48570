import { and, like, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { folded } from '../../database/search/folded.ts';
import { searchTerms, type Term } from '../../journey/search/search.ts';
import { complain, type Field } from './conditions.ts';

type Holds = (folded: SQLWrapper) => SQL | undefined;

/** What a search looks in: a field, or a condition on folded texts, such as those of another table. */
export type Searched = Field | ((holds: Holds) => SQL | undefined);

/** In characters: longer than any name or address. */
const LONGEST_SEARCH = 200;

/** A pattern in which `%` and `_` stand for themselves. */
const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

const holdsTerm =
  (term: Term): Holds =>
  (text) =>
    or(...term.map((texts) => and(...texts.map((one) => like(sql`${text}`, containing(one))))));

/**
 * The condition that a record has all words of a query, each in any of the places, as `foldText` folds them.
 * @throws Problem 400 when the query is no text, or too long
 */
export const search = (searched: readonly Searched[], query: unknown): SQL | undefined => {
  if (typeof query !== 'string') throw complain('q', 'Must be text.');
  if (query.length > LONGEST_SEARCH) throw complain('q', `At most ${LONGEST_SEARCH} characters.`);
  const fields = searched.filter((one) => typeof one !== 'function');
  const places = searched.filter((one) => typeof one === 'function');
  // One text is folded faster than several. Not by `concat_ws`: it isn’t immutable, as Citus requires.
  const known = fields.map((field) => sql`coalesce(${field}, '')`);
  if (known.length > 0)
    places.push((holds) => holds(folded(sql`(${sql.join(known, sql` || ' ' || `)})`)));
  return and(
    ...searchTerms(query).map((term) => or(...places.map((place) => place(holdsTerm(term))))),
  );
};
