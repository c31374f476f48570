/** What customers worry about, and what we answer: to read out, to copy, or to put into an e-mail. */
export type Answer = { id: string; worry: string; answer: string };

export const ANSWERS: readonly Answer[] = [
  {
    id: 'login',
    worry: 'Will you see my login?',
    answer:
      'No. You sign in on your software’s own page. Neither we nor Codat ever see your user name or password.',
  },
];
