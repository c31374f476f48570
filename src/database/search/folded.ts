import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { CLASSES, SPELLINGS } from '../../common/fold-text.ts';

const without = (text: SQL, characters: string): SQL =>
  sql`regexp_replace(${text}, ${`[${characters}]+`}, '', 'g')`;

/** With `replace` for each letter, because `translate` takes ten times as long as all of this. */
const spelt = (text: SQL, letters: readonly string[]): SQL =>
  letters.reduce((known, letter) => sql`replace(${known}, ${letter}, ${SPELLINGS[letter]})`, text);

const ofAscii = (text: SQL): SQL => spelt(without(sql`lower(${text})`, CLASSES.dropped), ['&']);

const ofUnicode = (text: SQL): SQL => {
  const apart = sql`normalize(${without(text, CLASSES.dropped)}, NFKD)`;
  // A database’s own collation may know no letters but ASCII.
  const lower = sql`lower(${apart} collate "und-x-icu")`;
  return spelt(without(lower, CLASSES.dropped + CLASSES.marks), Object.keys(SPELLINGS));
};

/**
 * A text with the words that `foldText` yields, for tables that don’t store it. What is between the words stays, as no
 * word that is searched for contains it.
 */
export const folded = (text: SQLWrapper): SQL => {
  const once = sql`plain.text`;
  return sql`(select case when octet_length(${once}) = char_length(${once}) then ${ofAscii(once)}
    else ${ofUnicode(once)} end from (select ${text} as text offset 0) as plain)`;
};
