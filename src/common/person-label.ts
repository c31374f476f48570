/** What follows the name of someone who has left. */
export const LEFT = ' (left)';

/** A colleague’s name, and that they have left if so. */
export const personLabel = ({ name, active }: { name: string; active: boolean }): string =>
  active ? name : `${name}${LEFT}`;
