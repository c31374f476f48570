import { expect, it } from 'vitest';
import type { ActivityRecord } from '../../api/activity/resource.ts';
import { describeActivity, type Part } from './describeActivity.ts';

const NAMES: Record<string, string> = { c: 'Acme', mira: 'Mira', lena: 'Lena', gbol: 'Xero' };

const read = (part: Part): string =>
  typeof part === 'string' ? part : (NAMES[Object.values(part).join()] ?? '?');

const sentence = (request: string, details = {}, customerId: string | null = 'c') => {
  const [resource = '', action = '', recordId = 'r'] = request.split(' ');
  const act: ActivityRecord = {
    ...{ id: 'a', at: '2026-03-02T09:00:00.000Z', actorId: 'mira', customerId },
    ...{ resource, action, recordId, details },
  };
  return describeActivity(act).map(read).join('');
};

it.each([
  ['customers create', { name: 'Acme' }, 'added Acme'],
  ['customers edit', { assigneeId: 'mira' }, 'took on Acme'],
  ['customers edit', { assigneeId: 'lena' }, 'assigned Acme to Lena'],
  ['customers edit', { assigneeId: null }, 'gave back Acme'],
  ['customers edit', { snoozedUntil: '2026-03-05T09:00:00.000Z' }, 'snoozed Acme'],
  ['customers edit', { snoozedUntil: null }, 'ended the snooze of Acme'],
  [
    'customers edit',
    { contactEmail: 'a@b.example', accountManagerId: 'lena' },
    'changed Acme: e-mail address, account manager',
  ],
  ['notes create', { kind: 'note', text: 'a' }, 'wrote a note on Acme'],
  ['notes create', { kind: 'call', outcome: 'no_answer' }, 'logged a call with Acme: no answer'],
  ['notes create', { kind: 'call' }, 'logged a call with Acme: reached'],
  ['notes delete', { kind: 'note' }, 'deleted a note on Acme'],
  ['notes delete', { kind: 'call' }, 'deleted what was noted of a call with Acme'],
  ['journeys close', { reason: 'declined' }, 'closed Acme: customer declined'],
  ['journeys reopen', {}, 'reopened Acme'],
  [
    'attempts correct',
    { reason: 'not_administrator' },
    'corrected why an attempt of Acme failed: not an administrator',
  ],
  ['emails create', { template: 'reminder' }, 'sent Acme an e-mail: reminder'],
  ['emails edit', { state: 'queued' }, 'sent an e-mail to Acme once more'],
  ['links create', {}, 'made a link for Acme'],
  ['links edit', { revokedAt: '2026-03-05T09:00:00.000Z' }, 'revoked a link of Acme'],
  ['customers share-link', {}, 'passed on the link of Acme'],
  ['deliveries replay', {}, 'replay: delivery of Acme'],
])('%s %j is told as “Mira %s”', (request, details, told) => {
  expect(sentence(request, details)).toBe(told);
});

it.each([
  ['contact-imports create', { fileName: 'a.csv' }, 'brought the file of contacts a.csv'],
  ['contact-imports edit', { state: 'applied' }, 'applied a file of contacts'],
  ['users create', { name: 'Eve', role: 'agent' }, 'added Eve to the team'],
  ['users edit lena', { role: 'manager' }, 'changed Lena: role'],
  ['users delete lena', { name: 'Lena' }, 'removed Lena from the team'],
  ['software edit gbol', { complexity: 'complex' }, 'set the complexity of Xero to complex'],
  ['stuck-rules edit no_data', { hours: 5 }, 'changed after how long “No data yet” means stuck'],
  ['email-templates edit it', { subject: 'a' }, 'changed the words of the e-mail “To IT”'],
  ['email-templates reset it', {}, 'put back the first words of the e-mail “To IT”'],
  ['contact-imports edit', { state: 'undone' }, 'undid a file of contacts'],
  [
    'workspace-settings edit',
    { senderName: 'Acme' },
    'changed the workspace’s settings: sender name',
  ],
  ['deliveries edit', {}, 'changed delivery'],
])('%s %j, which concerns no customer, is told as “Mira %s”', (request, details, told) => {
  expect(sentence(request, details, null)).toBe(told);
});
