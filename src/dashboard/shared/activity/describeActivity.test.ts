import { expect, it } from 'vitest';
import type { ActivityRecord } from '../../../api/activity/resource.ts';
import { describeActivity, type Part } from './describeActivity.ts';

const NAMES: Record<string, string> = { c: 'Acme', mira: 'Mira', lena: 'Lena', gbol: 'Xero' };

const read = (part: Part): string =>
  typeof part === 'string' ? part : (NAMES[Object.values(part).join()] ?? '?');

const sentence = (
  request: string,
  details = {},
  customerId: string | null = 'c',
  more: Partial<ActivityRecord> = {},
) => {
  const [resource = '', action = '', recordId = 'r'] = request.split(' ');
  const activity: ActivityRecord = {
    id: 'a',
    at: '2026-03-02T09:00:00.000Z',
    ...{ actorKind: 'person', actorId: 'mira', address: null, before: null },
    customerId,
    resource,
    action,
    recordId,
    details,
    ...more,
  };
  return describeActivity(activity).map(read).join('');
};

it.each([
  ['customers create', { name: 'Acme' }, 'added Acme'],
  ['customers edit', { assigneeId: 'mira' }, 'assigned Acme to themselves'],
  ['customers edit', { assigneeId: 'lena' }, 'assigned Acme to Lena'],
  ['customers edit', { assigneeId: null }, 'unassigned Acme'],
  ['customers edit', { snoozedUntil: '2026-03-05T09:00:00.000Z' }, 'snoozed Acme'],
  ['customers edit', { snoozedUntil: null }, 'ended the snooze for Acme'],
  ['customers edit', { waitingFor: 'codat', waitingUntil: null }, 'set Acme to wait for Codat'],
  ['customers edit', { waitingFor: null, waitingNote: null }, 'ended the wait for Acme'],
  ['customers edit', { waitingNote: 'Xero' }, 'changed the wait for Acme'],
  ['customers edit', { labels: ['VIP'] }, 'updated the tags for Acme'],
  [
    'customers edit',
    { snoozedUntil: null, waitingFor: 'customer_it' },
    'set Acme to wait for their IT',
  ],
  [
    'customers edit',
    { snoozedUntil: '2026-03-05T09:00:00.000Z', waitingFor: null },
    'snoozed Acme',
  ],
  ['customers edit', { waitingFor: null, waitingUntil: null }, 'ended the wait for Acme'],
  ['customers edit', { waitingUntil: '2026-03-05T09:00:00.000Z' }, 'changed the wait for Acme'],
  [
    'customers edit',
    { contactName: 'Ada', contactEmail: 'a@b.example', accountManagerId: 'lena' },
    'updated the contacts and account manager for Acme',
  ],
  ['notes create', { kind: 'note', text: 'a' }, 'added a note on Acme'],
  ['notes create', { kind: 'call', outcome: 'no_answer' }, 'logged a call with Acme: no answer'],
  ['notes create', { kind: 'call' }, 'logged a call with Acme: spoke to them'],
  ['notes edit', { text: 'b' }, 'edited a note on Acme'],
  ['notes delete', { kind: 'note' }, 'deleted a note on Acme'],
  ['notes delete', { kind: 'call' }, 'deleted a call note on Acme'],
  ['journeys close', { reason: 'declined' }, 'closed Acme: customer declined'],
  ['journeys reopen', {}, 'reopened Acme'],
  [
    'attempts correct',
    { reason: 'wrong_entity' },
    'changed the failure reason for Acme to wrong company',
  ],
  ['emails create', { template: 'reminder' }, 'sent Acme the Reminder email'],
  ['emails edit', { state: 'queued' }, 'resent an email to Acme'],
  ['links create', {}, 'created a link for Acme'],
  ['links edit', { revokedAt: '2026-03-05T09:00:00.000Z' }, 'revoked a link for Acme'],
  ['customers share-link', {}, 'shared a link with Acme'],
  ['customers view', {}, 'opened Acme'],
  ['customers import', { contactName: 'Ada' }, 'updated the contacts for Acme by a contact import'],
  ['customers delete', {}, 'marked Acme as deleted, as Codat no longer has it'],
  ['customers fetch-link', { kind: 'company' }, 'fetched a Link URL for Acme'],
  ['deliveries replay', {}, 'replay: delivery for Acme'],
])('%s %j reads “Mira %s”', (request, details, reads) => {
  expect(sentence(request, details)).toBe(reads);
});

it.each([
  ['contact-imports create', { fileName: 'a.csv' }, 'uploaded a.csv'],
  ['contact-imports edit', { state: 'applied' }, 'applied a contact import'],
  ['users create', { name: 'Eve', role: 'agent' }, 'added Eve to the team'],
  ['users edit lena', { role: 'manager' }, 'updated Lena’s role'],
  ['users delete lena', { name: 'Lena' }, 'deactivated Lena'],
  ['software edit gbol', { complexity: 'complex' }, 'set the complexity of Xero to complex'],
  ['software edit gbol', { complexity: 'simple' }, 'set the complexity of Xero to easy'],
  ['software edit gbol', { oneTime: true }, 'set Xero to read data once'],
  ['software edit gbol', { oneTime: false }, 'set Xero to keep reading data'],
  ['stuck-rules edit link_unopened', { hours: 5 }, 'changed the “Link not opened” threshold'],
  ['email-templates edit reminder', { subject: 'a' }, 'edited the Reminder template'],
  ['email-templates reset reminder', {}, 'reset the Reminder template to default'],
  ['contact-imports edit', { state: 'undone' }, 'undid a contact import'],
  ['workspace-settings edit', { senderName: 'Acme' }, 'updated settings: sender name'],
  ['codat-settings edit', {}, 'changed the Codat company filter'],
  ['syncs create', {}, 'started a Codat sync'],
  ['syncs edit', { state: 'cancelled' }, 'cancelled a Codat sync'],
  ['deliveries edit', {}, 'updated delivery'],
  ['customers export', { rows: 1200 }, 'exported 1,200 customers'],
  ['activity export', { rows: 1 }, 'exported 1 activity entry'],
  [
    'email-templates test reminder',
    { to: 'm@a.example' },
    'sent a test of the Reminder email to m@a.example',
  ],
  ['sign-ins sign-in mira', {}, 'signed in'],
  ['sign-ins end mira', {}, 'ended one of their sessions'],
  ['sign-ins end lena', {}, 'ended a session of Lena'],
  ['sign-ins fail mira', {}, 'entered an incorrect password'],
  ['requests refuse', { reason: 'Ask an admin.' }, 'was refused: Ask an admin.'],
])('%s %j, without a customer, reads “Mira %s”', (request, details, reads) => {
  expect(sentence(request, details, null)).toBe(reads);
});

it.each([
  [{ email: 'ada@acme.example', status: 401 }, 'failed to sign in as ada@acme.example'],
  [
    { email: 'a@b.example', status: 401, missed: 12 },
    'failed to sign in as a@b.example, after 12 more attempts',
  ],
  [
    { email: 'a@b.example', failure: 'no_role' },
    'failed to sign in as a@b.example with single sign-on',
  ],
  [{ failure: 'cancelled' }, 'failed to sign in with single sign-on'],
  [{ status: 429 }, 'was stopped after too many sign-in attempts'],
  [
    { email: 'a@b.example', forgotten: true },
    'asked for a link to choose a new password for a@b.example',
  ],
])('a stranger’s failed sign-in %j reads “Someone not signed in %s”', (details, reads) => {
  expect(sentence('sign-ins fail', details, null, { actorKind: 'stranger', actorId: null })).toBe(
    reads,
  );
});

it('names what was deleted', () => {
  expect(sentence('invitations delete lena', {}, null, { before: { name: 'Lena' } })).toBe(
    'revoked the invitation of Lena',
  );
});
