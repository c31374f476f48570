const ACRONYM = /^\p{Lu}{2}/u;

/** A label in the middle of a sentence: “Link not opened” as “link not opened”, but “IT” as it is. */
export const inSentence = (label: string): string =>
  ACRONYM.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
