import { ALLOW_LIST_PORT } from '../journey/content/software.ts';
import type { Facts } from './facts.ts';

type Placeholder = {
  name: string;
  meaning: string;
  /** How a template uses it. */
  written: string;
};

const listOf = (name: string, entry: string, line = `{{ ${entry} }}`): string =>
  `{% for ${entry} in ${name} %}- ${line}\n{% endfor %}`;

const KNOWN: readonly (Omit<Placeholder, 'written'> & { written?: string })[] = [
  { name: 'greeting', meaning: 'Hello, with the first name if we know it' },
  { name: 'contact.name', meaning: 'The recipient’s name' },
  { name: 'contact.firstName', meaning: 'The recipient’s first name' },
  { name: 'mainContact.name', meaning: 'The name of the customer’s main contact' },
  { name: 'customer.name', meaning: 'The customer’s name' },
  {
    name: 'customer.started',
    meaning: 'Whether the customer has opened a link',
    written: '{% if customer.started %}…{% endif %}',
  },
  { name: 'agent.name', meaning: 'The colleague who sends the email' },
  { name: 'agent.email', meaning: 'That colleague’s email address' },
  { name: 'sender.name', meaning: 'Your company name, from the settings' },
  { name: 'sender.email', meaning: 'Your support email, from the settings' },
  { name: 'sender.phone', meaning: 'Your support phone, from the settings' },
  { name: 'software.name', meaning: 'The software the customer chose' },
  {
    name: 'software.ready',
    meaning: 'List: what the customer needs for the software',
    written: listOf('software.ready', 'item'),
  },
  {
    name: 'software.onPremise',
    meaning: 'Whether the software runs on the customer’s own computer',
    written: '{% if software.onPremise %}…{% endif %}',
  },
  {
    name: 'software.fileUpload',
    meaning: 'Whether the customer can upload files instead',
    written: '{% if software.fileUpload %}…{% endif %}',
  },
  { name: 'guide.url', meaning: 'Guide URL' },
  {
    name: 'guide.steps',
    meaning: 'List: our own step-by-step guide for the software',
    written: listOf('guide.steps', 'step'),
  },
  {
    name: 'guide.pitfalls',
    meaning: 'List: common problems, each with a symptom and a fix',
    written: listOf('guide.pitfalls', 'pitfall', '**{{ pitfall.sign }}** {{ pitfall.remedy }}'),
  },
  {
    name: 'link.url',
    meaning: 'The customer’s link. On its own line it becomes a button.',
  },
  { name: 'reason', meaning: 'What went wrong last and what to do, in plain English' },
  {
    name: 'allowList.hosts',
    meaning: 'List: the hosts that IT must allow',
    written: listOf('allowList.hosts', 'host'),
  },
  { name: 'allowList.port', meaning: 'The port that IT must allow' },
  { name: 'note', meaning: 'The personal note' },
];

/** What a template can contain between double braces. */
export const PLACEHOLDERS: readonly Placeholder[] = KNOWN.map((placeholder) => ({
  written: `{{ ${placeholder.name} }}`,
  ...placeholder,
}));

/** Sample data for previewing a template, with every fact known. */
export const EXAMPLE_FACTS: Facts = {
  greeting: 'Hello Kofi',
  contact: { name: 'Kofi Osei', firstName: 'Kofi' },
  mainContact: { name: 'Ama Brennan' },
  customer: { name: 'Brennan & Osei LLP', started: true },
  agent: { name: 'Mira Rao', email: 'mira@desk.example' },
  sender: { name: 'Desk Card', email: 'help@desk.example', phone: '+44 20 7946 0000' },
  software: {
    name: 'Xero',
    ready: ['A user who can connect apps', 'A separate sign-in for each company'],
    onPremise: false,
    fileUpload: true,
  },
  guide: {
    url: 'https://help.codat.io/integrations/xero/overview',
    steps: ['Find Xero in the list.', 'Sign in to Xero.', 'Select Allow access.'],
    pitfalls: [
      { sign: 'Only the demo company is offered.', remedy: 'Choose your own organisation.' },
    ],
  },
  link: { url: 'https://desk.example/l/example' },
  reason: 'An admin needs to approve this. Your Xero account can’t approve apps.',
  allowList: { hosts: ['*.codat.io'], port: ALLOW_LIST_PORT },
  note: 'Good to talk to you just now.',
};

/** The other extreme: only what is always known. */
export const BARE_FACTS: Facts = {
  ...EXAMPLE_FACTS,
  greeting: 'Hello',
  customer: { ...EXAMPLE_FACTS.customer, started: false },
  contact: { name: null, firstName: null },
  mainContact: { name: null },
  sender: { name: 'Desk Card', email: null, phone: null },
  software: { name: null, ready: [], onPremise: false, fileUpload: false },
  guide: { url: null, steps: [], pitfalls: [] },
  reason: null,
  note: null,
};
