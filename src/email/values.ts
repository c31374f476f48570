import { MARK_BEGIN, MARK_END } from './text.ts';

const MARKED = new RegExp(`${MARK_BEGIN}(\\d+)${MARK_END}`, 'g');

/** A full stop that ends the sentence right after a value, which may be bold or italic. */
const STOP_AFTER_MARKED = new RegExp(`${MARK_BEGIN}(\\d+)${MARK_END}[*_]*\\.(?=\\s|$)`, 'g');

const textOf = (value: unknown): string =>
  Array.isArray(value) ? value.map(textOf).join(', ') : String(value ?? '');

/** In characters. A captured text may contain others, and so on, and each doubles what is held. */
const MOST_HELD = 200_000;

/**
 * Holds back the values of a template while its text is parsed as Markdown and puts them in afterwards, so that a value
 * is never parsed: every character of it shows as itself.
 */
export const holdBack = () => {
  const held: string[] = [];
  let size = 0;
  const putIn = (text: string, form: (value: string) => string = (value) => value): string =>
    text.replace(MARKED, (_, index) => form(held[Number(index)] ?? ''));
  return {
    /** Returns the mark that stands for a value in the text; empty if there is no value. */
    hold: (value: unknown): string => {
      // A captured text contains marks itself.
      const text = putIn(textOf(value)).trim();
      size += text.length;
      if (size > MOST_HELD)
        throw new Error(
          `The values are longer than ${MOST_HELD.toLocaleString('en-GB')} characters`,
        );
      return text && `${MARK_BEGIN}${held.push(text) - 1}${MARK_END}`;
    },
    /** Replaces the marks in a text with their values, each in the given form. */
    putIn,
    /** Drops the full stop after a value that ends in one, as in “Przędzalnia Sp. z o.o.”. */
    dropDoubleStops: (text: string): string =>
      text.replace(STOP_AFTER_MARKED, (found, index) =>
        held[Number(index)]?.endsWith('.') ? found.slice(0, -1) : found,
      ),
  };
};

export type HeldBack = ReturnType<typeof holdBack>;
