import { withoutInvisible } from '../profile/email-address.ts';

/** A name as people can type it: marks without width and the number of spaces don’t count. */
const typeable = (name: string): string =>
  withoutInvisible(name).normalize('NFC').replace(/\s+/g, ' ');

/** Whether someone typed a name, to confirm that they mean it. */
export const isTypedName = (typed: string, name: string): boolean =>
  typeable(typed) === typeable(name);
