import { eq } from 'drizzle-orm';
import type { Role } from '../../src/common/permissions.ts';
import { attempts, notes, presence, sessions } from '../../src/database/schema/index.ts';
import { FAILURE_REASONS } from '../../src/journey/failure-reasons.ts';
import { addHours } from '../../src/journey/instant.ts';
import { listPath, NOW, PASSWORD, type TestApi } from '../support/api.ts';
import { addIncident } from '../support/incidents.ts';
import { company, connection, failure, webhookBody } from '../support/payloads.ts';
import type { Route } from './permission-table.ts';

const API_KEY = { name: 'Program', scopes: ['read'] };
const VIEW = { name: 'Calls', resource: 'customers', filter: { stuck: true }, shared: true };
const ALERT = { name: 'Cases', kind: 'untouched', hours: 24, channel: 'email', to: 'a@acme.test' };
const NEW_CUSTOMER = { name: 'New customer' };
const CONTENT = { subject: 'About your link', body: 'Open {{ link.url }}' };

const noteOn = (customerId: string) => ({ customerId, text: 'Called' });
const raisedFor = (customerId: string) => ({ customerId, text: 'No data arrives' });
const bulkOf = (customerId: string) => ({ customerIds: [customerId], template: 'next' });
const emailTo = (customerId: string) => ({
  ...{ customerId, template: 'guide', to: 'ada@acme.example', force: true },
});

/** A valid body for each route that needs one, about a customer where it is about any. */
const BODIES: Record<string, (customerId: string) => object> = {
  'POST /api/customers': () => NEW_CUSTOMER,
  'POST /api/raised-cases': raisedFor,
  'POST /api/customers/check': (customerId) => ({ ids: [customerId] }),
  'POST /api/customers/bulk': (customerId) => ({
    ...{ action: 'assign', ids: [customerId], assigneeId: null },
  }),
  'POST /api/customers/{id}/erasure': () => NEW_CUSTOMER,
  'POST /api/journeys/{id}/close': () => ({ reason: 'declined' }),
  'POST /api/notes': noteOn,
  'POST /api/emails': emailTo,
  'POST /api/emails/preview': emailTo,
  'POST /api/emails/bulk-preview': bulkOf,
  'POST /api/emails/bulk': bulkOf,
  'POST /api/email-templates/{id}/preview': (customerId) => ({ ...CONTENT, customerId }),
  'POST /api/email-templates/{id}/test': () => CONTENT,
  'POST /api/syncs': () => ({ kind: 'full' }),
  'POST /api/links': (customerId) => ({ customerId }),
  'PUT /api/presence/{id}': (customerId) => ({ customerId, kind: 'viewing' }),
  'POST /api/next-case': () => ({ filter: { id: 'nobody' } }),
  'POST /api/deliveries/process': () => ({ filter: {} }),
  'POST /api/api-keys': () => API_KEY,
  'POST /api/views': () => VIEW,
  'POST /api/alerts': () => ALERT,
};

/** Makes a valid request for every route, as any role and about any customer. */
export const createValidRequests = (test: TestApi) => {
  let people = 0;

  /** Separates changes, because those at the same time have no order. */
  const passSecond = () => {
    test.clock.now = addHours(test.clock.now, 1 / 3600);
  };

  const newUser = (role: Role) => {
    people += 1;
    return { name: 'New', email: `new-${people}@acme.example`, role, password: PASSWORD };
  };

  const newInvitation = () => {
    const { name, email, role } = newUser('agent');
    return { name, email, role };
  };

  const deliver = (id: string, eventType: string, payload: unknown) =>
    test.deliver(id, webhookBody({ eventType, payload }));

  const post = async (path: string, body: object, role: Role = 'admin') =>
    (await test.send('POST', path, body, role)).json();

  /** Codat knows no company meanwhile, so that a check changes nothing. */
  const withoutCompanies = async <T>(work: () => Promise<T>): Promise<T> => {
    test.codatOverride.respond = () => Response.json({ error: 'Not found' }, { status: 404 });
    try {
      return await work();
    } finally {
      test.codatOverride.respond = null;
    }
  };

  /** Ends the case that is open with Codat, because a customer has one at a time. */
  const resolveCase = async (customerId: string): Promise<void> => {
    const filter = { customerId, state: 'open' };
    for (const { id } of await test.json(listPath('raised-cases', { filter })))
      await test.send('PUT', `/api/raised-cases/${id}`, { state: 'resolved' });
  };

  const fileOf = (customerId: string): string => `Customer id,Name\n${customerId},Bo\n`;

  /** Uploads a file that names a customer, and returns the import’s id. */
  const newImport = async (role: Role, customerId: string): Promise<string> =>
    (await (await test.upload('contact-imports', fileOf(customerId), role)).json()).id;

  /** A customer with a failed attempt and at least one record of everything else, most of it made by administrators. */
  const prepare = async (id: string, { key = 'gbol', ...fields }: { key?: string } = {}) => {
    test.sandbox.world.createCompany({ id, name: `Company ${id}` });
    await deliver(`created-${id}`, 'company.created', {
      ...{ ...company(id), ...fields, ownerUserIds: ['owner'] },
      tags: { contactEmail: 'ada@acme.example' },
    });
    await deliver(`selected-${id}`, 'connection.created', connection(id, { key }));
    const errors = [failure('401', 'Login failed')];
    await deliver(`failed-${id}`, 'connection.failed', connection(id, { key, errors }));
    await newImport('admin', id);
    await post('/api/links', { customerId: id });
    await post('/api/emails', emailTo(id));
    await post('/api/notes', noteOn(id));
    await post('/api/raised-cases', raisedFor(id));
    await withoutCompanies(() => post(`/api/customers/${id}/check`, {}));
    await addIncident(test.database, { endedAt: NOW });
    await post('/api/api-keys', API_KEY);
    await tabOf('admin', id);
    await post('/api/views', VIEW);
    await post(`/api/alerts/${(await post('/api/alerts', ALERT)).id}/test`, {});
  };

  /** A webhook about a customer that can’t be processed. */
  const odd = async (customerId: string): Promise<string> => {
    const id = `odd-${customerId}`;
    await deliver(id, 'connection.created', {});
    return id;
  };

  /** Closes or reopens a customer’s journey, so that a role can do the opposite. */
  const journeyFor = async (path: string, customerId: string): Promise<string> => {
    const id = `${customerId}:0`;
    const opposite = path.endsWith('/reopen') ? 'close' : 'reopen';
    passSecond();
    await test.send('POST', `/api/journeys/${id}/${opposite}`, { reason: 'declined' });
    passSecond();
    return id;
  };

  /** Stores a note of the role, who may not see the customer any more. */
  const noteOf = async (role: Role, customerId: string): Promise<string> => {
    const id = crypto.randomUUID();
    await test.database.insert(notes).values({
      ...noteOn(customerId),
      id,
      authorId: test.personId(role),
      createdAt: test.clock.now,
    });
    return id;
  };

  /** Stores another session of the role, because they may only see their own. */
  const sessionOf = async (role: Role): Promise<string> => {
    const id = crypto.randomUUID();
    const expiresAt = new Date(Date.now() + 3_600_000);
    const userId = test.personId(role);
    await test.database.insert(sessions).values({ id, token: id, userId, expiresAt });
    return id;
  };

  /** Stores a tab of the role at a customer that it may not see any more, until long after the tests. */
  const tabOf = async (role: Role, customerId: string): Promise<string> => {
    const [id, sessionId] = [crypto.randomUUID(), await sessionOf(role)];
    const userId = test.personId(role);
    const seenAt = addHours(test.clock.now, 1000);
    await test.database
      .insert(presence)
      .values({ id, sessionId, userId, customerId, kind: 'viewing', seenAt });
    return id;
  };

  /** Finds or creates a record of the customer, if it is one of a customer, that the role can try the route on. */
  const recordFor = async (
    { method, path, resource }: Route,
    role: Role,
    customerId: string,
  ): Promise<string> => {
    // The others are still needed.
    if (path.endsWith('/erasure')) return (await post('/api/customers', NEW_CUSTOMER)).id;
    if (resource === 'customers') return customerId;
    if (resource === 'api-keys') return (await post('/api/api-keys', API_KEY)).id;
    if (resource === 'views') return (await post('/api/views', VIEW, role)).id;
    if (resource === 'alerts') return (await post('/api/alerts', ALERT)).id;
    if (resource === 'digest-settings') return test.personId(role);
    if (resource === 'sessions') return sessionOf(role);
    if (resource === 'notes') return noteOf(role, customerId);
    if (resource === 'presence') return tabOf(role, customerId);
    if (resource === 'invitations') return (await post('/api/invitations', newInvitation())).id;
    if (resource === 'users') return (await post('/api/users', newUser('agent'))).id;
    if (resource === 'contact-imports') return newImport(role, customerId);
    if (path.endsWith('/correct')) return `${customerId}:0:0`;
    if (path === '/api/deliveries/{id}/process') return odd(customerId);
    if (resource === 'journeys' && method === 'POST') return journeyFor(path, customerId);
    // Others only concern administrators, such as what somebody looked at.
    const filter = resource === 'activity' ? { action: 'create' } : {};
    const all = await test.json(listPath(resource, { range: [0, 999], filter }));
    const own = all.find((row: { customerId?: string }) => row.customerId === customerId);
    return (own ?? all[0]).id;
  };

  /** Another reason than the attempt has. */
  const correctionOf = async (id: string) => {
    const [attempt] = await test.database.select().from(attempts).where(eq(attempts.id, id));
    return { reason: FAILURE_REASONS.find((reason) => reason !== attempt?.failureReason) };
  };

  const bodyFor = (route: Route, id: string, customerId: string) => {
    const { method, path } = route;
    if (path.endsWith('/correct')) return correctionOf(id);
    if (path === '/api/users' && method === 'POST') return newUser('agent');
    if (path === '/api/invitations') return newInvitation();
    return BODIES[`${method} ${path}`]?.(customerId) ?? {};
  };

  /** A valid request of the role, about the customer if the route is about any. */
  const ask = async (route: Route, role: Role, customerId: string): Promise<Response> => {
    const { method, path, resource } = route;
    const id = path.includes('{id}') ? await recordFor(route, role, customerId) : '';
    const target = path.replace('{id}', id);
    if (path === '/api/presence/{id}' && method === 'DELETE')
      return test.request(`${target}?customerId=${customerId}`, { method }, role);
    if (method === 'GET' || method === 'DELETE') return test.request(target, { method }, role);
    if (method === 'POST' && resource === 'contact-imports')
      return test.upload(resource, fileOf(customerId), role);
    if (path === '/api/raised-cases') await resolveCase(customerId);
    const body = await bodyFor(route, id, customerId);
    const send = () => test.send(method, target, body, role);
    return path.endsWith('/check') ? withoutCompanies(send) : send();
  };

  return { ask, deliver, newImport, newUser, post, prepare };
};

export type ValidRequests = ReturnType<typeof createValidRequests>;
