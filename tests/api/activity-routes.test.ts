import { desc } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActivityName } from '../../src/common/activity.ts';
import { activity, codatOwners, syncs } from '../../src/database/schema/index.ts';
import { addMessages } from '../support/alert-messages.ts';
import { EMBEDDED, openOn, PASSWORD, type TestApi } from '../support/api.ts';
import { addIncident } from '../support/incidents.ts';
import { company, connection, failure, webhookBody } from '../support/payloads.ts';
import { strangerAt } from '../support/person.ts';
import { cookieOf } from '../support/sign-in.ts';

const ID = 'customer';

/** A request that succeeds: its path, below `/api` unless it starts with a slash, and its body if it has one. */
type Request = { path: string; body?: object | string };

/** What a route leaves in the activity log after a request, or why nothing. */
type Row =
  | { leaves: ActivityName; request: (test: TestApi) => Request | Promise<Request> }
  | { leaves: null; because: string };

const at = (path: string, body?: object | string) => (): Request => ({
  path,
  ...(body && { body }),
});

const created = async (test: TestApi, resource: string, body: object): Promise<string> =>
  (await (await test.send('POST', `/api/${resource}`, body)).json()).id;

const first = async (test: TestApi, resource: string): Promise<string> =>
  (await test.json(`/api/${resource}`))[0].id;

/** Ends the session in which it is made. */
const SIGN_IN = 'auth/sign-in/email';

const ALERT = { name: 'Cases', kind: 'emails', channel: 'email', to: 'ada@acme.example' };
const NOTE = { customerId: ID, text: 'Called' };
const PERSON = { name: 'Eve', role: 'agent', password: PASSWORD };
const INVITED = (email: string) => ({ name: 'Zoë', role: 'agent', email });
const CONTENT = { subject: 'About your link', body: 'Open {{ link.url }}' };
const EMAIL = { customerId: ID, template: 'it', to: 'ada@acme.example', force: true };
const VIEW = { name: 'Calls', resource: 'customers' };
const BULK = { customerIds: [ID], template: 'guide' };

/** The form behind a link that is shown to the admin, as there is no mail server. */
const formAt = async (test: TestApi, path: string, body: object): Promise<Request> => {
  const { mailer } = test.ports;
  test.ports.mailer = null;
  const { link } = await (await test.send('POST', `/api/${path}`, body)).json();
  test.ports.mailer = mailer;
  return { path: new URL(link).pathname, body: `password=${encodeURIComponent(PASSWORD)}` };
};

const PREVIEW = { leaves: null, because: 'It shows what would happen.' } as const;
const SIGNAL = { leaves: null, because: 'It tells what customers did: events keep it.' } as const;
const PRESENCE = { leaves: null, because: 'It lasts no longer than a tab.' } as const;

/** Every route that changes something. */
const TABLE: Record<string, Row> = {
  'POST /webhooks/codat': SIGNAL,
  'POST /api/link-events': SIGNAL,
  'POST /l/:token{[\\s\\S]+}': SIGNAL,
  'POST /invitation/:token{[\\s\\S]+}': {
    leaves: 'invitations accept',
    request: (test) => formAt(test, 'invitations', INVITED('joins@acme.example')),
  },
  'POST /password/:token{[\\s\\S]+}': {
    leaves: 'users reset-password',
    request: async (test) => {
      const id = await created(test, 'users', { ...PERSON, email: 'resets@acme.example' });
      return formAt(test, `users/${id}/password-link`, {});
    },
  },
  'POST /api/password-resets': {
    leaves: 'sign-ins fail',
    request: at('password-resets', { email: 'forgot@acme.example' }),
  },
  'POST /api/customers': { leaves: 'customers create', request: at('customers', { name: 'New' }) },
  'PUT /api/customers/:id': {
    leaves: 'customers edit',
    request: at(`customers/${ID}`, { contactName: 'Ada', contactEmail: 'ada@acme.example' }),
  },
  'POST /api/customers/bulk': {
    leaves: 'customers change-many',
    request: at('customers/bulk', { action: 'tag', ids: [ID], add: ['VIP'] }),
  },
  'POST /api/customers/:id/link-url': {
    leaves: 'customers fetch-link',
    request: async (test) => ({
      path: `customers/${await created(test, 'customers', { name: 'Linked' })}/link-url`,
    }),
  },
  'POST /api/customers/:id/link-shared': {
    leaves: 'customers share-link',
    request: at(`customers/${ID}/link-shared`),
  },
  'POST /api/customers/:id/check': {
    leaves: 'customers check',
    request: async (test) => ({
      path: `customers/${await created(test, 'customers', { name: 'Checked' })}/check`,
    }),
  },
  'POST /api/customers/check': {
    leaves: 'customers check',
    request: at('customers/check', { ids: [ID] }),
  },
  'POST /api/raised-cases': {
    leaves: 'raised-cases create',
    request: at('raised-cases', { customerId: ID, text: 'No data arrives' }),
  },
  'PUT /api/raised-cases/:id': {
    leaves: 'raised-cases edit',
    request: async (test) => {
      const customerId = await created(test, 'customers', { name: 'Raised' });
      const id = await created(test, 'raised-cases', { customerId, text: 'No data arrives' });
      return { path: `raised-cases/${id}`, body: { state: 'resolved', note: 'It works' } };
    },
  },
  'PUT /api/incidents/:id': {
    leaves: 'incidents edit',
    request: async (test) => ({
      path: `incidents/${await addIncident(test.database)}`,
      body: { note: 'Xero knows' },
    }),
  },
  'POST /api/customers/:id/erasure': {
    leaves: 'customers erase',
    request: async (test) => ({
      path: `customers/${await created(test, 'customers', { name: 'Erased' })}/erasure`,
      body: { name: 'Erased' },
    }),
  },
  'POST /api/customers/:id/export': {
    leaves: 'customers export-everything',
    request: at(`customers/${ID}/export`),
  },
  'POST /api/journeys/:id/close': {
    leaves: 'journeys close',
    request: async (test) => ({
      path: `journeys/${await created(test, 'customers', { name: 'Closed' })}:0/close`,
      body: { reason: 'declined' },
    }),
  },
  'POST /api/journeys/:id/reopen': {
    leaves: 'journeys reopen',
    request: async (test) => {
      const journey = `${await created(test, 'customers', { name: 'Reopened' })}:0`;
      await test.send('POST', `/api/journeys/${journey}/close`, { reason: 'declined' });
      return { path: `journeys/${journey}/reopen` };
    },
  },
  'POST /api/attempts/:id/correct': {
    leaves: 'attempts correct',
    request: at(`attempts/${ID}:0:0/correct`, { reason: 'unsupported' }),
  },
  'POST /api/notes': { leaves: 'notes create', request: at('notes', NOTE) },
  'PUT /api/notes/:id': {
    leaves: 'notes edit',
    request: async (test) => ({
      path: `notes/${await created(test, 'notes', NOTE)}`,
      body: { text: 'Changed' },
    }),
  },
  'DELETE /api/notes/:id': {
    leaves: 'notes delete',
    request: async (test) => ({ path: `notes/${await created(test, 'notes', NOTE)}` }),
  },
  'POST /api/emails': { leaves: 'emails create', request: at('emails', EMAIL) },
  'POST /api/emails/preview': PREVIEW,
  'POST /api/emails/bulk-preview': PREVIEW,
  'POST /api/emails/bulk': { leaves: 'emails create', request: at('emails/bulk', BULK) },
  'PUT /api/emails/:id': {
    leaves: 'emails edit',
    request: async (test) => {
      const contactEmail = EMAIL.to;
      const customerId = await created(test, 'customers', { name: 'Emailed', contactEmail });
      const { mailer } = test.ports;
      test.ports.mailer = null;
      const id = await created(test, 'emails', { ...EMAIL, customerId });
      test.ports.mailer = mailer;
      return { path: `emails/${id}`, body: { state: 'queued' } };
    },
  },
  'PUT /api/email-templates/:id': {
    leaves: 'email-templates edit',
    request: at('email-templates/guide', { subject: 'Another' }),
  },
  'POST /api/email-templates/:id/reset': {
    leaves: 'email-templates reset',
    request: at('email-templates/guide/reset'),
  },
  'POST /api/email-templates/:id/preview': PREVIEW,
  'POST /api/email-templates/:id/test': {
    leaves: 'email-templates test',
    request: at('email-templates/guide/test', CONTENT),
  },
  'PUT /api/software/:id': {
    leaves: 'software edit',
    request: at('software/gbol', { complexity: 'complex' }),
  },
  'PUT /api/stuck-rules/:id': {
    leaves: 'stuck-rules edit',
    request: at('stuck-rules/no_data', { hours: 30 }),
  },
  'POST /api/users': {
    leaves: 'users create',
    request: at('users', { ...PERSON, email: 'new@acme.example' }),
  },
  'PUT /api/users/:id': {
    leaves: 'users edit',
    request: async (test) => ({
      path: `users/${await created(test, 'users', { ...PERSON, email: 'edited@acme.example' })}`,
      body: { role: 'manager' },
    }),
  },
  'DELETE /api/users/:id': {
    leaves: 'users delete',
    request: async (test) => ({
      path: `users/${await created(test, 'users', { ...PERSON, email: 'gone@acme.example' })}`,
    }),
  },
  'POST /api/users/:id/password-link': {
    leaves: 'users send-password-link',
    request: async (test) => ({
      path: `users/${await created(test, 'users', { ...PERSON, email: 'forgot@acme.example' })}/password-link`,
    }),
  },
  'POST /api/invitations': {
    leaves: 'invitations create',
    request: at('invitations', INVITED('invited@acme.example')),
  },
  'POST /api/invitations/:id/resend': {
    leaves: 'invitations resend',
    request: async (test) => ({
      path: `invitations/${await created(test, 'invitations', INVITED('again@acme.example'))}/resend`,
    }),
  },
  'DELETE /api/invitations/:id': {
    leaves: 'invitations delete',
    request: async (test) => ({
      path: `invitations/${await created(test, 'invitations', INVITED('revoked@acme.example'))}`,
    }),
  },
  'DELETE /api/sessions/:id': {
    leaves: 'sessions delete',
    request: at('sessions/own'),
  },
  'POST /api/api-keys': {
    leaves: 'api-keys create',
    request: at('api-keys', { name: 'Reports', scopes: ['read'] }),
  },
  'POST /api/api-keys/:id/rotate': {
    leaves: 'api-keys rotate',
    request: async (test) => ({
      path: `api-keys/${await created(test, 'api-keys', { name: 'Old', scopes: ['read'] })}/rotate`,
      body: {},
    }),
  },
  'DELETE /api/api-keys/:id': {
    leaves: 'api-keys delete',
    request: async (test) => ({
      path: `api-keys/${await created(test, 'api-keys', { name: 'Gone', scopes: ['read'] })}`,
    }),
  },
  'POST /api/views': { leaves: 'views create', request: at('views', VIEW) },
  'PUT /api/views/:id': {
    leaves: 'views edit',
    request: async (test) => ({
      path: `views/${await created(test, 'views', VIEW)}`,
      body: { name: 'Stuck' },
    }),
  },
  'DELETE /api/views/:id': {
    leaves: 'views delete',
    request: async (test) => ({ path: `views/${await created(test, 'views', VIEW)}` }),
  },
  'POST /api/alerts': { leaves: 'alerts create', request: at('alerts', ALERT) },
  'PUT /api/alerts/:id': {
    leaves: 'alerts edit',
    request: async (test) => ({
      path: `alerts/${await created(test, 'alerts', ALERT)}`,
      body: { enabled: false },
    }),
  },
  'DELETE /api/alerts/:id': {
    leaves: 'alerts delete',
    request: async (test) => ({ path: `alerts/${await created(test, 'alerts', ALERT)}` }),
  },
  'POST /api/alerts/:id/test': {
    leaves: 'alerts test',
    request: async (test) => ({ path: `alerts/${await created(test, 'alerts', ALERT)}/test` }),
  },
  'PUT /api/alert-messages/:id': {
    leaves: 'alert-messages edit',
    request: async (test) => {
      const [id] = await addMessages(test.database, 1, 'failed');
      return { path: `alert-messages/${id}`, body: { state: 'queued' } };
    },
  },
  'PUT /api/digest-settings/:id': {
    leaves: 'digest-settings edit',
    request: (test) => ({
      path: `digest-settings/${test.personId('admin')}`,
      body: { frequency: 'daily' },
    }),
  },
  'POST /api/digest-settings/:id/send': {
    leaves: 'digest-settings send',
    request: (test) => ({ path: `digest-settings/${test.personId('admin')}/send` }),
  },
  'POST /api/syncs': { leaves: 'syncs create', request: at('syncs', { kind: 'full' }) },
  'PUT /api/syncs/:id': {
    leaves: 'syncs edit',
    request: async (test) => {
      await test.database.update(syncs).set({ state: 'running' });
      return { path: `syncs/${await first(test, 'syncs')}`, body: { state: 'cancelled' } };
    },
  },
  'PUT /api/codat-settings/:id': {
    leaves: 'codat-settings edit',
    request: async (test) => ({
      path: `codat-settings/${await first(test, 'codat-settings')}`,
      body: { product: 'Expenses' },
    }),
  },
  'PUT /api/codat-owners/:id': {
    leaves: 'codat-owners edit',
    request: async (test) => {
      await test.database.insert(codatOwners).values({ id: 'owner' });
      return { path: 'codat-owners/owner', body: { personId: test.personId('manager') } };
    },
  },
  'PUT /api/workspace-settings/:id': {
    leaves: 'workspace-settings edit',
    request: async (test) => ({
      path: `workspace-settings/${await first(test, 'workspace-settings')}`,
      body: { senderName: 'Acme Support' },
    }),
  },
  'POST /api/contact-imports': {
    leaves: 'contact-imports create',
    request: at('contact-imports?fileName=a.csv', `Customer id,Name\n${ID},Bo\n`),
  },
  'PUT /api/contact-imports/:id': {
    leaves: 'contact-imports edit',
    request: async (test) => ({
      path: `contact-imports/${(await (await test.upload('contact-imports', `Customer id,Name\n${ID},Cy\n`)).json()).id}`,
      body: { state: 'undone' },
    }),
  },
  'POST /api/links': { leaves: 'links create', request: at('links', { customerId: ID }) },
  'PUT /api/links/:id': {
    leaves: 'links edit',
    request: async (test) => ({
      path: `links/${await first(test, 'links')}`,
      body: { revokedAt: '2026-03-10T12:00:00.000Z' },
    }),
  },
  'PUT /api/presence/:id': PRESENCE,
  'DELETE /api/presence/:id': PRESENCE,
  'POST /api/next-case': PRESENCE,
  'POST /api/deliveries/process': {
    leaves: 'deliveries process',
    request: at('deliveries/process', { filter: {} }),
  },
  'POST /api/deliveries/:id/process': {
    leaves: 'deliveries process',
    request: async (test) => {
      const filter = { state: ['not_understood', 'waiting'] };
      const [delivery] = await (await test.list('deliveries', { filter })).json();
      return { path: `deliveries/${delivery.id}/process` };
    },
  },
  'POST /api/auth/sign-in/email': {
    leaves: 'sign-ins sign-in',
    request: async (test) => {
      const email = 'signs-in@acme.example';
      await created(test, 'users', { ...PERSON, email });
      return { path: SIGN_IN, body: { email, password: PASSWORD } };
    },
  },
  'POST /api/auth/sign-out': { leaves: 'sign-ins sign-out', request: at('auth/sign-out', {}) },
  'POST /api/auth/change-password': {
    leaves: 'sign-ins change-password',
    request: at('auth/change-password', {
      currentPassword: PASSWORD,
      newPassword: 'another horse battery',
    }),
  },
  'POST /api/auth/update-user': {
    leaves: 'users edit',
    request: at('auth/update-user', { name: 'Eve Adams' }),
  },
};

/** Requests in a session that isn’t the admin’s, because they may end it. */
const OWN_SESSION = /^(auth\/(sign-out|change-password|update-user)|sessions\/own)$/;

describe('the activity log', () => {
  let test: TestApi;

  /** The cookie of someone new. */
  const someone = async (email: string): Promise<string> => {
    await created(test, 'users', { ...PERSON, email });
    return cookieOf(await strangerAt(test).signIn({ email, password: PASSWORD }));
  };

  const ask = async (method: string, { path, body }: Request): Promise<Response> => {
    const url = path.startsWith('/') ? path : `/api/${path}`;
    if (typeof body === 'string' && path.startsWith('/')) {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      return test.request(url, { method, headers, body }, null);
    }
    if (path === SIGN_IN) return strangerAt(test).ask(method, url, body);
    if (typeof body === 'string') return test.upload('contact-imports', body, 'admin');
    if (OWN_SESSION.test(path)) {
      const cookie = await someone(`${path.replaceAll('/', '-')}@acme.example`);
      const headers = { cookie, 'content-type': 'application/json' };
      if (body) return test.request(url, { method, headers, body: JSON.stringify(body) }, null);
      const [own] = await (await test.request('/api/sessions', { headers }, null)).json();
      return test.request(`/api/sessions/${own.id}`, { method, headers }, null);
    }
    return body ? test.send(method, url, body) : test.request(url, { method });
  };

  beforeAll(async () => {
    test = await openOn(EMBEDDED, 'activity_routes');
    const deliver = (id: string, eventType: string, payload: unknown) =>
      test.deliver(id, webhookBody({ eventType, payload }));
    await deliver('created', 'company.created', company(ID));
    await deliver('selected', 'connection.created', connection(ID));
    const errors = [failure('500', 'Unknown error occurred.')];
    await deliver('failed', 'connection.failed', connection(ID, { errors }));
    await deliver('odd', 'connection.created', {});
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  it('has a row for every route that changes something', () => {
    const routes = test.api.routes
      .filter(({ method }) => method !== 'GET' && method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`);
    expect(Object.keys(TABLE).sort()).toEqual([...new Set(routes)].sort());
  });

  it.each(Object.entries(TABLE).flatMap(([route, row]) => (row.leaves ? [{ route, ...row }] : [])))(
    'has an entry “$leaves” after $route',
    async ({ route, leaves, request }) => {
      const [method = ''] = route.split(' ');
      const response = await ask(method, await request(test));
      expect(response.status, await response.clone().text()).toBeLessThan(400);
      const entries = await test.database
        .select()
        .from(activity)
        .orderBy(desc(activity.id))
        .limit(3);
      expect(entries.map(({ resource, action }) => `${resource} ${action}`)).toContain(leaves);
      expect(JSON.stringify(entries)).not.toContain(PASSWORD);
    },
  );
});
