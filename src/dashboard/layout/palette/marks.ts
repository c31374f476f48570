import { foldText } from '../../../common/fold-text.ts';
import { searchTerms } from '../../../journey/search/search.ts';

/** A part of a text, and whether it is what a query asks for. */
export type Part = { text: string; marked: boolean };

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

const foldLetter = (letter: string): string =>
  foldText(letter) || (/[\s\p{Pd}]/u.test(letter) ? ' ' : '');
const onlyDigit = (letter: string): string => letter.replace(/\D/g, '');

/** The text with each letter replaced, and of which letter each character is. */
const replaced = (all: readonly string[], replace: (letter: string) => string) => {
  const parts = all.map(replace);
  return {
    text: parts.join(''),
    origins: parts.flatMap((part, index) => Array.from({ length: part.length }, () => index)),
  };
};

/** Where a text stands in another one. */
const positionsOf = (sought: string, text: string): number[] => {
  const found: number[] = [];
  for (let at = text.indexOf(sought); at !== -1; at = text.indexOf(sought, at + 1)) found.push(at);
  return found;
};

/** A text in parts, of which those are marked by which a search for the query finds it. */
export const markedParts = (text: string, query: string): Part[] => {
  const all = Array.from(letters.segment(text), ({ segment }) => segment);
  const sought = searchTerms(query).flat(2);
  const marked = new Set<number>();
  for (const { text, origins } of [replaced(all, foldLetter), replaced(all, onlyDigit)])
    for (const one of sought)
      for (const at of positionsOf(one, text))
        for (const letter of origins.slice(at, at + one.length)) marked.add(letter);
  const parts: Part[] = [];
  for (const [index, letter] of all.entries()) {
    const last = parts.at(-1);
    if (last?.marked === marked.has(index)) last.text += letter;
    else parts.push({ text: letter, marked: marked.has(index) });
  }
  return parts;
};
