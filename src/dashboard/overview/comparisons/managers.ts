import type { ManagerNumbers } from '../../../api/metrics/managers.ts';

/** Whose customers they are. */
export const nameOf = ({ id, name }: ManagerNumbers): string =>
  name ?? (id === null ? 'No account manager' : 'Former team member');

/** How clear the difference from the others is, in words. Empty if it can be chance. */
export const verdictOf = ({ clear, difference }: ManagerNumbers): string =>
  clear && difference ? `Clearly ${difference.share > 0 ? 'above' : 'below'} the rest` : '';
