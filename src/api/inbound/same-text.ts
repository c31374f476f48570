/** Compares in a time that depends only on the length, so that nobody can guess a key letter by letter. */
export const sameText = (a: string, b: string): boolean => {
  const [left, right] = [a, b].map((text) => new TextEncoder().encode(text));
  if (!left || !right || left.length !== right.length) return false;
  return (
    left.reduce((difference, byte, index) => difference | (byte ^ (right[index] ?? 0)), 0) === 0
  );
};
