/** A common question of customers and our answer: to read out, to copy or to email. */
export type Answer = { id: string; question: string; answer: string };

export const ANSWERS: readonly Answer[] = [
  {
    id: 'login',
    question: 'Will you see my sign-in details?',
    answer:
      'No. You sign in on your software’s own page. Neither we nor Codat ever sees your username or password.',
  },
  {
    id: 'permission',
    question: 'I don’t have the right permissions.',
    answer:
      'An admin of your accounting software needs to approve access. That’s usually the owner, finance lead or accountant. Forward them the link, or give us their email and we’ll contact them.',
  },
  {
    id: 'which-data',
    question: 'What data do I share?',
    answer:
      'The page lists it before you agree: mostly company details, accounts, bills, invoices, payments and suppliers. We don’t read anything until you agree.',
  },
  {
    id: 'safe',
    question: 'Is my data safe?',
    answer:
      'Data is encrypted in transit and at rest. Access is read-only, limited to us and Codat, and only for the purpose you agreed to.',
  },
  {
    id: 'blocked',
    question: 'Our IT team blocks the link.',
    answer:
      'Your IT team can allow the domain codat.io on port 443. Give us their email and we’ll send the full list.',
  },
  {
    id: 'codat',
    question: 'Who is Codat?',
    answer:
      'Codat connects us to accounting software, as it does for banks and lenders in many countries. It reads the data you agreed to share, passes it to us, and uses it for nothing else.',
  },
  {
    id: 'everything',
    question: 'I don’t want to share everything.',
    answer:
      'We only read what’s on the list. If anything concerns you, ask us what we need it for before you decide.',
  },
  {
    id: 'complicated',
    question: 'It looks complicated.',
    answer:
      'With most software it takes a few clicks and less than 30 minutes. We’re happy to stay on a call or share screens until it’s done.',
  },
  {
    id: 'which-company',
    question: 'Which company do I connect?',
    answer:
      'The one that is our customer: its name is at the top of the page. If it has a different name in your books, tell us before you connect.',
  },
  {
    id: 'several',
    question: 'We have several companies or instances.',
    answer:
      'Connect the one named on the page. Each company needs its own link. Ask us for another rather than reusing this one.',
  },
  {
    id: 'plug-ins',
    question: 'Will it affect our plug-ins or slow us down?',
    answer: 'No. It’s read-only. On-premise software is read overnight.',
  },
  {
    id: 'policy',
    question: 'We need internal approval first.',
    answer:
      'That’s fine. Tell us what your approver needs, such as security documents, and when to follow up.',
  },
  {
    id: 'moving',
    question: 'We are changing our accounting software.',
    answer:
      'Tell us what you’re moving to and when. If it’s soon, connect the new software. Until then you can send files.',
  },
  {
    id: 'disconnect',
    question: 'Can I disconnect?',
    answer:
      'At any time, in your software’s connected apps or by asking us. We stop reading data immediately.',
  },
  {
    id: 'no-time',
    question: 'I don’t have time.',
    answer:
      'Most people need 10 to 30 minutes, once. Pick a time and we’ll call you, or name a colleague.',
  },
  {
    id: 'again',
    question: 'Why do I have to connect again?',
    answer:
      'Access can end when a password changes, an app is removed or after long inactivity. Approving again restores it. Earlier data is kept.',
  },
  {
    id: 'files',
    question: 'Can’t I just send files?',
    answer:
      'With most software yes, but files are out of date the next day and you’d have to send them again and again. You only connect once. If it isn’t possible, we’ll tell you which files to send.',
  },
];

const inLowerCase = ({ question, answer }: Answer): string => `${question} ${answer}`.toLowerCase();

/** The answers that contain every word of a search; all of them for an empty search. */
export const findAnswers = (search: string): Answer[] => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return ANSWERS.filter((answer) => words.every((word) => inLowerCase(answer).includes(word)));
};
