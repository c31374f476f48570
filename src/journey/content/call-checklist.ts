/**
 * What to go through with a customer on the phone, in order: what the Link URL needs, and what their software needs
 * (`ready`). Agents read it, so “they” is the customer.
 */
export const callChecklist = (softwareName: string | null, ready: readonly string[]): string[] => [
  softwareName
    ? `They’re at the computer where they use ${softwareName}, not on a phone`
    : 'They know which software they use and are at a computer',
  'They have admin access, or someone who does is with them',
  ...ready,
  'They open our link in a normal (not private) window',
  'Offer screen sharing. Never ask for a password, and look away while they type it',
  'The sign-in opens in a new tab. They return to the first tab when it’s done',
  'They finish in the first tab. This page shows “Access approved”',
];
