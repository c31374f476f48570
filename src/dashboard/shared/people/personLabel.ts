import type { UserRecord } from '../../../api/users/resource.ts';

/** A colleague’s name, and that they have left if so. */
export const personLabel = ({ name, active }: Pick<UserRecord, 'name' | 'active'>): string =>
  active ? name : `${name} (left)`;
