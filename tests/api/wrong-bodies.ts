import { PASSWORD } from '../support/api.ts';

const NOBODY = 'No user with the ID';

type WrongBody = [request: string, body: unknown, field: string, says: string];

/** Fields of contacts in a role are named as react-admin names nested inputs. */
const OTHER_CONTACTS: WrongBody[] = (
  [
    [{ administrator: { email: 'bo' } }, 'contacts.administrator.email', 'no e-mail address'],
    [{ it: { name: 'A\nBcc: b@c.de' } }, 'contacts.it.name', 'control characters'],
    [{ accountant: { name: 'Bo', phone: 'x' } }, 'contacts.accountant.phone', 'no phone number'],
    [{ it: { name: '', email: ' ', phone: null } }, 'contacts.it.name', 'Write a name, an e-mail'],
    [{ it: { name: 'Bo', fax: '1' } }, 'contacts.it', 'There is no such field.'],
    [{ it: 'Bo' }, 'contacts.it', 'expected object'],
    [{ main: { name: 'Bo' } }, 'contacts', 'There is no such field.'],
    [null, 'contacts', 'expected record'],
  ] as const
).map(([contacts, field, says]) => ['PUT customers/wrong', { contacts }, field, says]);

/** Bodies that must not be taken, with the field at fault and what is said of it. */
export const WRONG_BODIES: WrongBody[] = [
  ['PUT customers/wrong', { shoeSize: 44 }, 'shoeSize', 'There is no such field.'],
  ['PUT customers/wrong', { contactEmail: 'no address' }, 'contactEmail', 'no e-mail address'],
  ['PUT customers/wrong', { contactName: 'A\nBcc: b@c.de' }, 'contactName', 'control characters'],
  ['PUT customers/wrong', { contactName: 'x'.repeat(201) }, 'contactName', 'At most 200'],
  ['PUT customers/wrong', { contactName: 5 }, 'contactName', 'expected string'],
  ['PUT customers/wrong', { contactPhone: 'none' }, 'contactPhone', 'no phone number'],
  ['PUT customers/wrong', { contactPhone: '1'.repeat(51) }, 'contactPhone', 'At most 50'],
  ...OTHER_CONTACTS,
  ['PUT customers/wrong', { snoozedUntil: 'tomorrow' }, 'snoozedUntil', 'ISO datetime'],
  ['PUT customers/wrong', { assigneeId: 'nobody' }, 'assigneeId', `${NOBODY} nobody.`],
  ['PUT customers/wrong', { assigneeId: '' }, 'assigneeId', NOBODY],
  ['PUT customers/wrong', { accountManagerId: 'nobody' }, 'accountManagerId', `${NOBODY} nobody.`],
  ['PUT customers/wrong', [], 'body', 'expected object'],
  ['PUT customers/wrong', null, 'body', 'expected object'],
  ['PUT software/gbol', { complexity: 'easy' }, 'complexity', 'Invalid option'],
  ['PUT stuck-rules/no_data', { hours: -1 }, 'hours', 'Must be 0 or more.'],
  ['PUT stuck-rules/no_data', { hours: 9000 }, 'hours', 'At most 8,760 hours'],
  ['PUT stuck-rules/no_data', { hours: null }, 'hours', 'expected number'],
  ['PUT stuck-rules/no_data', { onPremiseHours: '24' }, 'onPremiseHours', 'expected number'],
  ['POST notes', { customerId: 'wrong' }, 'text', 'Write something here.'],
  ['POST notes', { customerId: 'wrong', text: 5 }, 'text', 'expected string'],
  ['POST notes', { customerId: 'wrong', text: 'a', outcome: 'reached' }, 'outcome', 'Only a call'],
  ['POST notes', { customerId: 'wrong', kind: 'call', outcome: 'busy' }, 'outcome', 'Invalid opt'],
  ['POST notes', { customerId: 'wrong', text: ' \n ' }, 'text', 'Write something here.'],
  ['POST notes', { customerId: 'wrong', text: 'x'.repeat(10_001) }, 'text', 'At most 10,000'],
  ['POST notes', { customerId: 'wrong', text: 'a', kind: 'letter' }, 'kind', 'Invalid option'],
  ['POST notes', { customerId: 'wrong', text: 'a', authorId: 'me' }, 'authorId', 'no such field'],
  ['POST notes', { customerId: 'nobody', text: 'a' }, 'customerId', 'There is no customer'],
  ['POST links', { customerId: 'nobody' }, 'customerId', 'There is no customer'],
  ['POST links', { customerId: 'wrong', token: 'a' }, 'token', 'no such field'],
  ['PUT workspace-settings/workspace', { senderName: '' }, 'senderName', 'Write something here.'],
  ['PUT workspace-settings/workspace', { senderName: 'A\nB' }, 'senderName', 'control characters'],
  [
    'PUT workspace-settings/workspace',
    { supportEmail: 'me' },
    'supportEmail',
    'valid email address',
  ],
  ['PUT workspace-settings/workspace', { supportPhone: 'call' }, 'supportPhone', 'phone number'],
  ['PUT workspace-settings/workspace', { linkDays: 0 }, 'linkDays', '1–3650 whole days'],
  ['PUT workspace-settings/workspace', { linkDays: 3651 }, 'linkDays', '1–3650 whole days'],
  ['PUT workspace-settings/workspace', { linkDays: 1.5 }, 'linkDays', '1–3650 whole days'],
  ['POST emails', { customerId: 'nobody', template: 'link' }, 'customerId', 'No customer'],
  ['POST emails', { customerId: 'wrong', template: 'spam' }, 'template', 'Invalid option'],
  [
    'POST emails',
    { customerId: 'wrong', template: 'link', to: 'boss' },
    'to',
    'Enter a contact role',
  ],
  ['POST emails', { customerId: 'wrong', template: 'link' }, 'to', 'no e-mail address'],
  [
    'POST emails',
    { customerId: 'wrong', template: 'link', note: 'x'.repeat(2001) },
    ...(['note', 'At most 2,000'] as const),
  ],
  ['PUT email-templates/link', { subject: 'a\nBcc: b@c.de' }, 'subject', 'control characters'],
  ['PUT email-templates/link', { body: ' ' }, 'body', 'Write something here.'],
  ['PUT email-templates/link', { body: '{{ nobody }}' }, 'body', 'Line 1: there is no placeholder'],
  [
    'POST users',
    { name: 'Ada', email: 'a@b.example', role: 'owner', password: PASSWORD },
    ...(['role', 'Invalid option'] as const),
  ],
  [
    'POST users',
    { name: 'Ada', email: 'a@b.example', role: 'agent', password: 'short' },
    ...(['password', 'At least 12'] as const),
  ],
];
