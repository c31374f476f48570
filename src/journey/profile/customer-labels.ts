/** The team’s own tags on customers, called tags on screen. Codat’s are key and value, and only Codat changes them. */

/** In characters. */
export const LONGEST_LABEL = 40;
/** On one customer. */
export const MOST_LABELS = 20;

/** What two spellings of the same label have in common. */
const keyOf = (label: string): string => label.toLowerCase();

/** The label as it is stored: composed, and with single spaces. */
export const tidyLabel = (label: string): string =>
  label.normalize('NFC').replace(/\s+/g, ' ').trim();

/** Each label once. “VIP” and “vip” are the same, and the first spelling stays. */
export const uniqueLabels = (labels: readonly string[]): string[] =>
  [...new Map(labels.map((label) => [keyOf(label), label] as const).reverse()).values()].reverse();

/** The labels with others added and removed. What is both is added. */
export const changeLabels = (
  labels: readonly string[],
  { add, remove }: { add: readonly string[]; remove: readonly string[] },
): string[] => {
  const removed = new Set(remove.map(keyOf));
  return uniqueLabels([...labels.filter((label) => !removed.has(keyOf(label))), ...add]);
};
