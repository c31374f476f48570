import { ALLOW_LIST_PORT } from '../journey/content/software.ts';
import type { Facts } from './facts.ts';

type Placeholder = {
  name: string;
  meaning: string;
  /** What to put into a template for it. */
  written: string;
};

const listOf = (name: string, entry: string, line = `{{ ${entry} }}`): string =>
  `{% for ${entry} in ${name} %}- ${line}\n{% endfor %}`;

const KNOWN: readonly (Omit<Placeholder, 'written'> & { written?: string })[] = [
  { name: 'greeting', meaning: 'Hello, with the first name where it is known' },
  { name: 'contact.name', meaning: 'The recipient’s name' },
  { name: 'contact.firstName', meaning: 'The recipient’s first name' },
  { name: 'mainContact.name', meaning: 'The name of the customer’s main contact' },
  { name: 'customer.name', meaning: 'The customer’s name' },
  { name: 'agent.name', meaning: 'The colleague who sends it' },
  { name: 'agent.email', meaning: 'That colleague’s e-mail address' },
  { name: 'sender.name', meaning: 'Your name, from the settings' },
  { name: 'sender.email', meaning: 'Your support address, from the settings' },
  { name: 'sender.phone', meaning: 'Your phone number, from the settings' },
  { name: 'software.name', meaning: 'The software the customer chose' },
  {
    name: 'software.ready',
    meaning: 'List: what to have ready for it',
    written: listOf('software.ready', 'item'),
  },
  {
    name: 'software.onPremise',
    meaning: 'Whether it runs on a computer of the customer’s',
    written: '{% if software.onPremise %}…{% endif %}',
  },
  {
    name: 'software.fileUpload',
    meaning: 'Whether files can be uploaded instead',
    written: '{% if software.fileUpload %}…{% endif %}',
  },
  { name: 'guide.url', meaning: 'The address of the guide for the software' },
  {
    name: 'guide.steps',
    meaning: 'List: our own steps for the software',
    written: listOf('guide.steps', 'step'),
  },
  {
    name: 'guide.pitfalls',
    meaning: 'List: what often goes wrong, each with a sign and a remedy',
    written: listOf('guide.pitfalls', 'pitfall', '**{{ pitfall.sign }}** {{ pitfall.remedy }}'),
  },
  {
    name: 'link.url',
    meaning: 'The customer’s link; alone in its paragraph it becomes the button',
  },
  { name: 'reason', meaning: 'What went wrong last, in plain words' },
  {
    name: 'allowList.hosts',
    meaning: 'List: the hosts that IT must let through',
    written: listOf('allowList.hosts', 'host'),
  },
  { name: 'allowList.port', meaning: 'The port on which they are reached' },
  { name: 'note', meaning: 'What the colleague wrote for this customer' },
];

/** What administrators may put into a template, between double braces. */
export const PLACEHOLDERS: readonly Placeholder[] = KNOWN.map((one) => ({
  written: `{{ ${one.name} }}`,
  ...one,
}));

/** Made-up facts to try a template on; everything is known. */
export const EXAMPLE_FACTS: Facts = {
  greeting: 'Hello Kofi',
  contact: { name: 'Kofi Osei', firstName: 'Kofi' },
  mainContact: { name: 'Ama Brennan' },
  customer: { name: 'Brennan & Osei LLP' },
  agent: { name: 'Mira Rao', email: 'mira@desk.example' },
  sender: { name: 'Desk Card', email: 'help@desk.example', phone: '+44 20 7946 0000' },
  software: {
    name: 'Xero',
    ready: ['A login that may connect apps', 'One sign-in for each company to connect'],
    onPremise: false,
    fileUpload: true,
  },
  guide: {
    url: 'https://help.codat.io/integrations/xero/overview',
    steps: ['Find Xero in the list.', 'Sign in to Xero.', 'Press Allow access.'],
    pitfalls: [{ sign: 'The demo company is offered.', remedy: 'Choose your own organisation.' }],
  },
  link: { url: 'https://desk.example/l/example' },
  reason: 'The person who signed in may not connect other apps. An administrator can.',
  allowList: { hosts: ['*.codat.io'], port: ALLOW_LIST_PORT },
  note: 'Good to talk to you just now.',
};

/** The other extreme: nothing is known that need not be. */
export const BARE_FACTS: Facts = {
  ...EXAMPLE_FACTS,
  greeting: 'Hello',
  contact: { name: null, firstName: null },
  mainContact: { name: null },
  sender: { name: 'Desk Card', email: null, phone: null },
  software: { name: null, ready: [], onPremise: false, fileUpload: false },
  guide: { url: null, steps: [], pitfalls: [] },
  reason: null,
  note: null,
};
