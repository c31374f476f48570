import { PASSWORD } from '../support/api.ts';

const NOBODY = 'No user with the ID';

const ALERT = { name: 'A', kind: 'untouched', hours: 24, channel: 'email', to: 'a@acme.example' };
const webhookAt = (webhookUrl: string) => ({ ...ALERT, channel: 'webhook', webhookUrl });

type InvalidBody = [request: string, body: unknown, field: string, message: string];

/** Contacts’ fields, named like react-admin’s nested inputs. */
const OTHER_CONTACTS: InvalidBody[] = (
  [
    [{ administrator: { email: 'bo' } }, 'contacts.administrator.email', 'a valid email address'],
    [{ it: { name: 'A\nBcc: b@c.de' } }, 'contacts.it.name', 'control characters'],
    [
      { accountant: { name: 'Bo', phone: 'x' } },
      'contacts.accountant.phone',
      'a valid phone number',
    ],
    [{ it: { name: '', email: ' ', phone: null } }, 'contacts.it.name', 'Enter a name, email'],
    [{ it: { name: 'Bo', fax: '1' } }, 'contacts.it', 'Unknown field.'],
    [{ it: 'Bo' }, 'contacts.it', 'expected object'],
    [{ main: { name: 'Bo' } }, 'contacts', 'Unknown field.'],
    [null, 'contacts', 'expected record'],
  ] as const
).map(([contacts, field, message]) => ['PUT customers/wrong', { contacts }, field, message]);

const WAITS: InvalidBody[] = [
  ['PUT customers/wrong', { waitingFor: 'godot' }, 'waitingFor', 'Invalid option'],
  ['PUT customers/wrong', { waitingFor: 'call' }, 'waitingUntil', 'Choose until when.'],
  ['PUT customers/wrong', { waitingFor: 'date' }, 'waitingUntil', 'Choose until when.'],
  ['PUT customers/wrong', { waitingFor: 'migration' }, 'waitingUntil', 'Choose until when.'],
  ...(['vendor', 'call'] as const).map(
    (waitingFor): InvalidBody => [
      'PUT customers/wrong',
      { waitingFor, waitingUntil: '2020-01-01T00:00:00Z' },
      'waitingUntil',
      'in the future',
    ],
  ),
  [
    'PUT customers/wrong',
    { waitingFor: 'connection', waitingUntil: '2999-01-01T00:00:00Z' },
    'waitingUntil',
    'has no end',
  ],
  [
    'PUT customers/wrong',
    { waitingFor: 'vendor', snoozedUntil: '2999-01-01T00:00:00Z' },
    'snoozedUntil',
    'not both',
  ],
  ['PUT customers/wrong', { waitingUntil: '2999-01-01T00:00:00Z' }, 'waitingFor', 'Choose what'],
  ['PUT customers/wrong', { waitingNote: 'Xero' }, 'waitingFor', 'Choose what'],
  [
    'PUT customers/wrong',
    { waitingFor: 'vendor', waitingNote: 'x'.repeat(201) },
    'waitingNote',
    'At most 200',
  ],
];

const CALENDARS: InvalidBody[] = (
  [
    [{ timeZone: 'Mars/Olympus' }, 'timeZone', 'Choose a time zone'],
    [{ timeZone: '+01:00' }, 'timeZone', 'Choose a time zone'],
    [{ workingDays: [] }, 'workingDays', 'at least one working day'],
    [{ workingDays: [8] }, 'workingDays.0', 'Days are 1'],
    [{ workingFrom: '9:00' }, 'workingFrom', 'Enter a time'],
    [{ workingFrom: '24:00' }, 'workingFrom', 'Enter a time'],
    [{ workingTo: '24:01' }, 'workingTo', 'Enter a time'],
    [{ workingTo: '09:00' }, 'workingTo', 'later than the start'],
    [{ workingFrom: '18:00' }, 'workingTo', 'later than the start'],
    [{ holidays: ['2026-02-29'] }, 'holidays.0', 'Enter a date'],
  ] as const
).map(([body, field, message]) => ['PUT workspace-settings/workspace', body, field, message]);

/** Invalid bodies, with the invalid field and its error. */
export const INVALID_BODIES: InvalidBody[] = [
  ['PUT customers/wrong', { shoeSize: 44 }, 'shoeSize', 'Unknown field.'],
  ['PUT customers/wrong', { contactEmail: 'no address' }, 'contactEmail', 'a valid email address'],
  ['PUT customers/wrong', { contactName: 'A\nBcc: b@c.de' }, 'contactName', 'control characters'],
  ['PUT customers/wrong', { contactName: 'x'.repeat(201) }, 'contactName', 'At most 200'],
  ['PUT customers/wrong', { contactName: 5 }, 'contactName', 'expected string'],
  ['PUT customers/wrong', { contactPhone: 'none' }, 'contactPhone', 'a valid phone number'],
  ['PUT customers/wrong', { contactPhone: '1'.repeat(51) }, 'contactPhone', 'At most 50'],
  ['PUT customers/wrong', { contactPhone: '4.42079E+11' }, 'contactPhone', 'cut this number short'],
  [
    'PUT customers/wrong',
    { contactEmail: `${'k'.repeat(60)}@${'a.'.repeat(100)}example` },
    'contactEmail',
    'At most 254',
  ],
  ...OTHER_CONTACTS,
  ['PUT customers/wrong', { snoozedUntil: 'tomorrow' }, 'snoozedUntil', 'ISO datetime'],
  ...WAITS,
  ['PUT customers/wrong', { assigneeId: 'nobody' }, 'assigneeId', `${NOBODY} nobody.`],
  ['PUT customers/wrong', { assigneeId: '' }, 'assigneeId', NOBODY],
  ['PUT customers/wrong', { accountManagerId: 'nobody' }, 'accountManagerId', `${NOBODY} nobody.`],
  ['PUT customers/wrong', { labels: 'VIP' }, 'labels', 'expected array'],
  ['PUT customers/wrong', { labels: [' '] }, 'labels.0', 'This field is required.'],
  ['PUT customers/wrong', { labels: ['x'.repeat(41)] }, 'labels.0', 'At most 40'],
  ['PUT customers/wrong', { labels: ['VIP, bank'] }, 'labels.0', 'Commas are not allowed'],
  [
    'PUT customers/wrong',
    { labels: Array.from({ length: 21 }, (_, index) => `Tag ${index}`) },
    'labels',
    'At most 20 tags',
  ],
  ['POST customers/bulk', { action: 'assign', ids: [], assigneeId: null }, 'ids', 'at least one'],
  ['POST customers/bulk', { action: 'assign', assigneeId: null }, 'ids', 'either ids or filter'],
  [
    'POST customers/bulk',
    { action: 'assign', ids: ['wrong'], filter: {}, assigneeId: null },
    'ids',
    'either ids or filter',
  ],
  [
    'POST customers/bulk',
    { action: 'assign', ids: Array.from({ length: 2001 }, String), assigneeId: null },
    'ids',
    'At most 2,000 customers',
  ],
  [
    'POST customers/bulk',
    { action: 'assign', ids: ['wrong'], assigneeId: 'nobody' },
    'assigneeId',
    `${NOBODY} nobody.`,
  ],
  ['POST customers/bulk', { action: 'sell', ids: ['wrong'] }, 'action', 'Invalid'],
  ['POST customers/bulk', { action: 'tag', ids: ['wrong'] }, 'add', 'at least one tag'],
  ['PUT customers/wrong', [], 'body', 'expected object'],
  ['PUT customers/wrong', null, 'body', 'expected object'],
  ['PUT software/gbol', { complexity: 'easy' }, 'complexity', 'Invalid option'],
  ['PUT software/gbol', { oneTime: 'yes' }, 'oneTime', 'expected boolean'],
  ['PUT stuck-rules/no_data', { hours: -1 }, 'hours', 'Must be 0 or more.'],
  ['PUT stuck-rules/no_data', { hours: 9000 }, 'hours', 'At most 8,760 hours'],
  ['PUT stuck-rules/no_data', { hours: null }, 'hours', 'expected number'],
  ['PUT stuck-rules/no_data', { onPremiseHours: '24' }, 'onPremiseHours', 'expected number'],
  ['PUT stuck-rules/no_data', { workingTime: 'yes' }, 'workingTime', 'expected boolean'],
  ...CALENDARS,
  ['POST raised-cases', { customerId: 'wrong', text: ' ' }, 'text', 'This field is required.'],
  [
    'POST raised-cases',
    { customerId: 'wrong', text: 'a', reference: 'x'.repeat(101) },
    'reference',
    'At most 100',
  ],
  ['POST raised-cases', { customerId: 'nobody', text: 'a' }, 'customerId', 'No customer with'],
  ['POST customers/check', { ids: [] }, 'ids', 'expected array to have >=1'],
  ['POST customers/check', { ids: ['nobody'] }, 'ids', 'No customer with the ID nobody.'],
  ['POST alerts', { ...ALERT, hours: null }, 'hours', '1–720'],
  ['POST alerts', { ...ALERT, hours: 0.5 }, 'hours', '1–720'],
  ['POST alerts', { ...ALERT, to: null }, 'to', 'Enter an email address.'],
  ['POST alerts', { ...ALERT, to: 'nobody' }, 'to', 'valid email address'],
  ['POST alerts', { ...ALERT, name: ' ' }, 'name', 'This field is required.'],
  ['POST alerts', { ...ALERT, channel: 'webhook' }, 'webhookUrl', 'Enter the webhook’s address.'],
  ['POST alerts', webhookAt('ftp://hooks.example/x'), 'webhookUrl', 'Enter the address'],
  ['POST alerts', webhookAt('http://hooks.example/x'), 'webhookUrl', 'begin with https://'],
  ['POST alerts', webhookAt('https://a:b@hooks.example/x'), 'webhookUrl', 'user name or password'],
  ['POST alerts', { ...ALERT, accountManagerId: 'nobody' }, 'accountManagerId', NOBODY],
  ['POST alerts', { ...ALERT, software: 'none' }, 'software', 'No software with the ID none.'],
  [
    'POST alerts',
    { ...ALERT, kind: 'deliveries', channel: 'account_manager' },
    'channel',
    'no single account manager',
  ],
  ['POST notes', { customerId: 'wrong' }, 'text', 'This field is required.'],
  ['POST notes', { customerId: 'wrong', text: 5 }, 'text', 'expected string'],
  ['POST notes', { customerId: 'wrong', text: 'a', outcome: 'reached' }, 'outcome', 'Only calls'],
  ['POST notes', { customerId: 'wrong', kind: 'call', outcome: 'busy' }, 'outcome', 'Invalid opt'],
  ['POST notes', { customerId: 'wrong', text: ' \n ' }, 'text', 'This field is required.'],
  ['POST notes', { customerId: 'wrong', text: 'x'.repeat(10_001) }, 'text', 'At most 10,000'],
  ['POST notes', { customerId: 'wrong', text: 'a', kind: 'letter' }, 'kind', 'Invalid option'],
  ['POST notes', { customerId: 'wrong', text: 'a', authorId: 'me' }, 'authorId', 'Unknown field.'],
  ['POST notes', { customerId: 'nobody', text: 'a' }, 'customerId', 'No customer with'],
  ['POST links', { customerId: 'nobody' }, 'customerId', 'No customer with'],
  ['POST links', { customerId: 'wrong', token: 'a' }, 'token', 'Unknown field.'],
  ['PUT workspace-settings/workspace', { senderName: '' }, 'senderName', 'This field is required.'],
  ['PUT workspace-settings/workspace', { senderName: 'A\nB' }, 'senderName', 'control characters'],
  [
    'PUT workspace-settings/workspace',
    { supportEmail: 'me' },
    'supportEmail',
    'valid email address',
  ],
  ['PUT workspace-settings/workspace', { supportPhone: 'call' }, 'supportPhone', 'phone number'],
  ...[0, 91, 1.5, null].map(
    (conversionDays): InvalidBody => [
      'PUT workspace-settings/workspace',
      { conversionDays },
      'conversionDays',
      '1–90 whole days',
    ],
  ),
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
  ['POST emails', { customerId: 'wrong', template: 'link' }, 'to', 'no email address'],
  [
    'POST emails',
    { customerId: 'wrong', template: 'link', note: 'x'.repeat(2001) },
    'note',
    'At most 2,000',
  ],
  ['PUT email-templates/link', { subject: 'a\nBcc: b@c.de' }, 'subject', 'control characters'],
  ['PUT email-templates/link', { body: ' ' }, 'body', 'This field is required.'],
  ['PUT email-templates/link', { body: '{{ nobody }}' }, 'body', 'Line 1: unknown placeholder'],
  [
    'POST users',
    { name: 'Ada', email: 'a@b.example', role: 'owner', password: PASSWORD },
    'role',
    'Invalid option',
  ],
  [
    'POST users',
    { name: 'Ada', email: 'a@b.example', role: 'agent', password: 'short' },
    'password',
    'At least 12',
  ],
];
