/** Half of a character that takes two units in JavaScript, such as an emoji. */
const HALF = /[\ud800-\udbff]$/;

/**
 * The beginning of a text, at most so many UTF-16 units. Never ends in half a character, and has no other half ones
 * either: the database refuses them.
 */
export const cut = (text: string, most: number): string =>
  text.toWellFormed().slice(0, most).replace(HALF, '');
