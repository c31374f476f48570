/**
 * What to go through with a customer on the phone, in order: what the Link URL needs of them, and what their software
 * does. Said by the agent, so `they` is the customer.
 */
export const callChecklist = (softwareName: string | null, ready: readonly string[]): string[] => [
  softwareName
    ? `They sit at the computer on which they use ${softwareName}, not at a phone`
    : 'They know which software they use, and sit at a computer',
  'They have administrator access in it, or someone who has it is with them',
  ...ready,
  'They follow the link we sent, in an ordinary window rather than a private one',
  'If they like, they share their screen; we never ask for a password, and look away while they type it',
  'The software opens in a new tab: they go back and forth between the two until the first says that it is done',
  'They finish in the first tab, and the dashboard shows “Access approved”',
];
