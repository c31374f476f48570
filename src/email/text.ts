/** They enclose the index of a held-back value. Text from outside may contain neither. */
export const [MARK_BEGIN, MARK_END] = ['\uFDD0', '\uFDD1'];

const MARKS = /[\uFDD0\uFDD1]/g;

const storable = (text: string): string =>
  text
    .toWellFormed()
    .replace(MARKS, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
    .replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, ' ');

/** The text in one line: line breaks and control characters become spaces, so that it is safe in an email header. */
export const oneLine = (text: string): string => storable(text).replace(/\s+/g, ' ').trim();

/** The text with its line breaks but no other control characters. */
export const manyLines = (text: string): string =>
  storable(text.replace(/\r\n?|[\u2028\u2029]/g, '\n')).trim();
