/** Marks where a value stands in a text; no text from outside may hold either. */
export const [MARK_BEGIN, MARK_END] = ['\uFDD0', '\uFDD1'];

const MARKS = /[\uFDD0\uFDD1]/g;

const storable = (text: string): string =>
  text
    .toWellFormed()
    .replace(MARKS, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
    .replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, ' ');

/** The text in one line: line breaks and control characters become spaces, so that it is safe in a mail’s header. */
export const oneLine = (text: string): string => storable(text).replace(/\s+/g, ' ').trim();

/** The text with its line breaks, and without other control characters. */
export const manyLines = (text: string): string =>
  storable(text.replace(/\r\n?|[\u2028\u2029]/g, '\n')).trim();

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
