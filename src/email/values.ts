import { MARK_BEGIN, MARK_END, manyLines } from './text.ts';

const MARKED = new RegExp(`${MARK_BEGIN}(\\d+)${MARK_END}`, 'g');

const wordsOf = (value: unknown): string =>
  Array.isArray(value) ? value.map(wordsOf).join(', ') : String(value ?? '');

/**
 * Holds the values of a template back while it is parsed as Markdown, and puts them in afterwards. So a value is never
 * parsed as anything: whatever it holds shows as those characters.
 */
export const holdBack = () => {
  const held: string[] = [];
  const putIn = (text: string, form: (value: string) => string = (value) => value): string =>
    text.replace(MARKED, (_, index) => form(held[Number(index)] ?? ''));
  return {
    /** What stands for a value in the template’s text; nothing where there is none. */
    hold: (value: unknown): string => {
      // A capture holds marks of its own.
      const text = manyLines(putIn(wordsOf(value)));
      return text && `${MARK_BEGIN}${held.push(text) - 1}${MARK_END}`;
    },
    /** The text with the values in their places, each in the given form. */
    putIn,
  };
};

export type HeldBack = ReturnType<typeof holdBack>;
