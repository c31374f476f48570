import { PASSWORD } from '../support/api.ts';

const NOBODY = 'There is no person with the id';

/** Bodies that must not be taken, with the field at fault and what is said of it. */
export const WRONG_BODIES: [request: string, body: unknown, field: string, says: string][] = [
  ['PUT customers/wrong', { shoeSize: 44 }, 'shoeSize', 'There is no such field.'],
  ['PUT customers/wrong', { contactEmail: 'no address' }, 'contactEmail', 'no e-mail address'],
  ['PUT customers/wrong', { contactName: ' ' }, 'contactName', 'Write something here.'],
  ['PUT customers/wrong', { contactName: 'A\nBcc: b@c.de' }, 'contactName', 'control characters'],
  ['PUT customers/wrong', { contactName: 'x'.repeat(201) }, 'contactName', 'At most 200'],
  ['PUT customers/wrong', { contactName: 5 }, 'contactName', 'expected string'],
  ['PUT customers/wrong', { snoozedUntil: 'tomorrow' }, 'snoozedUntil', 'ISO datetime'],
  ['PUT customers/wrong', { assigneeId: 'nobody' }, 'assigneeId', `${NOBODY} nobody.`],
  ['PUT customers/wrong', { assigneeId: '' }, 'assigneeId', NOBODY],
  ['PUT customers/wrong', { accountManagerId: 'nobody' }, 'accountManagerId', `${NOBODY} nobody.`],
  ['PUT customers/wrong', [], 'body', 'expected object'],
  ['PUT customers/wrong', null, 'body', 'expected object'],
  ['PUT software/gbol', { complexity: 'easy' }, 'complexity', 'Invalid option'],
  ['PUT stuck-rules/no_data', { hours: -1 }, 'hours', 'Not below 0.'],
  ['PUT stuck-rules/no_data', { hours: 9000 }, 'hours', 'At most 8,760 hours'],
  ['PUT stuck-rules/no_data', { hours: null }, 'hours', 'expected number'],
  ['PUT stuck-rules/no_data', { onPremiseHours: '24' }, 'onPremiseHours', 'expected number'],
  ['POST notes', { customerId: 'wrong' }, 'text', 'expected string'],
  ['POST notes', { customerId: 'wrong', text: ' \n ' }, 'text', 'Write something here.'],
  ['POST notes', { customerId: 'wrong', text: 'x'.repeat(10_001) }, 'text', 'At most 10,000'],
  ['POST notes', { customerId: 'wrong', text: 'a', kind: 'letter' }, 'kind', 'Invalid option'],
  ['POST notes', { customerId: 'wrong', text: 'a', authorId: 'me' }, 'authorId', 'no such field'],
  ['POST notes', { customerId: 'nobody', text: 'a' }, 'customerId', 'There is no customer'],
  ['POST links', { customerId: 'nobody' }, 'customerId', 'There is no customer'],
  ['POST links', { customerId: 'wrong', token: 'a' }, 'token', 'no such field'],
  ['PUT workspace-settings/workspace', { senderName: '' }, 'senderName', 'Write something here.'],
  ['PUT workspace-settings/workspace', { senderName: 'A\nB' }, 'senderName', 'control characters'],
  ['PUT workspace-settings/workspace', { supportEmail: 'me' }, 'supportEmail', 'no e-mail address'],
  [
    'PUT workspace-settings/workspace',
    { supportPhone: 'call' },
    'supportPhone',
    'telephone number',
  ],
  ['PUT workspace-settings/workspace', { linkDays: 0 }, 'linkDays', 'from 1 to 3,650'],
  ['PUT workspace-settings/workspace', { linkDays: 3651 }, 'linkDays', 'from 1 to 3,650'],
  ['PUT workspace-settings/workspace', { linkDays: 1.5 }, 'linkDays', 'from 1 to 3,650'],
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
