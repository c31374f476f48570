/** What customers worry about, and what we answer: to read out, to copy, or to put into an e-mail. */
export type Answer = { id: string; worry: string; answer: string };

export const ANSWERS: readonly Answer[] = [
  {
    id: 'login',
    worry: 'Will you see my login?',
    answer:
      'No. You sign in on your software’s own page. Neither we nor Codat ever see your user name or password.',
  },
  {
    id: 'permission',
    worry: 'I lack the right permissions.',
    answer:
      'Then an administrator of your accounting software has to do it, often the owner, the finance lead or your accountant. Forward the link to them, or give us their e-mail address and we write to them.',
  },
  {
    id: 'which-data',
    worry: 'Which data do I share?',
    answer:
      'The page shows the list before you agree: mostly company details, accounts, bills, invoices, payments and suppliers. Nothing is read before you have agreed.',
  },
  {
    id: 'safe',
    worry: 'Is my data safe?',
    answer:
      'Data travels encrypted and is kept encrypted. It can only be read, never changed, and only by us and Codat for the purpose you agreed to.',
  },
  {
    id: 'blocked',
    worry: 'The link is blocked by our IT.',
    answer:
      'Your IT can allow the domain codat.io, on port 443. We send them the exact list if you give us their address.',
  },
  {
    id: 'codat',
    worry: 'Who is Codat?',
    answer:
      'Codat is the company that connects us to accounting software, as it does for banks and lenders in many countries. It reads the data you agreed to share and hands it to us; it does nothing else with it.',
  },
  {
    id: 'everything',
    worry: 'I don’t want to share everything.',
    answer:
      'Only what is on the list is read. If a part of it troubles you, tell us which, and we say what we need it for before you decide.',
  },
  {
    id: 'complicated',
    worry: 'It looks complicated.',
    answer:
      'For most software it is a few clicks and takes under half an hour. We gladly stay on the phone, or look at your screen with you, until it is done.',
  },
  {
    id: 'which-company',
    worry: 'Which company do I connect?',
    answer:
      'The one that is our customer: the name at the top of the page. If your books call it something else, tell us before you connect.',
  },
  {
    id: 'several',
    worry: 'We have several companies or instances.',
    answer:
      'Connect the one whose name is on the page. Each further company gets a link of its own; ask us for it rather than using this one twice.',
  },
  {
    id: 'plug-ins',
    worry: 'Will it disturb our plug-ins or slow us down?',
    answer:
      'No. It only reads, beside everything else you use. On-premise software is read at night, so that nobody has to wait for it.',
  },
  {
    id: 'policy',
    worry: 'Our policy wants an approval first.',
    answer:
      'That is fine. Tell us what whoever approves it needs, such as security documents, and when to get back to you.',
  },
  {
    id: 'moving',
    worry: 'We are changing our accounting software.',
    answer:
      'Tell us which software comes and when. If it is soon, connect the new one; until then you can send files.',
  },
  {
    id: 'disconnect',
    worry: 'Can I disconnect?',
    answer:
      'At any time: in your software under connected apps, or by a word to us. From then on nothing more is read.',
  },
  {
    id: 'no-time',
    worry: 'I have no time for this.',
    answer:
      'Most need ten to thirty minutes, once. Choose a time and we ring you then, or name a colleague who can do it.',
  },
  {
    id: 'again',
    worry: 'Why do I have to connect again?',
    answer:
      'Your software ends access now and then: when a password changes, when an app is removed, or after a long silence. Approving once more brings it back; what was read before stays.',
  },
  {
    id: 'files',
    worry: 'Can’t I just send files?',
    answer:
      'For most software yes, but files are out of date the next day and have to be sent again and again. A connection is done once. If it can’t be done, we tell you which files to send.',
  },
];

const inLowerCase = ({ worry, answer }: Answer): string => `${worry} ${answer}`.toLowerCase();

/** The answers in which every word of a search occurs; all of them for an empty search. */
export const findAnswers = (search: string): Answer[] => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return ANSWERS.filter((answer) => words.every((word) => inLowerCase(answer).includes(word)));
};
