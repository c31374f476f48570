import { eq, sql } from 'drizzle-orm';
import Papa from 'papaparse';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../src/common/permissions.ts';
import { expireActivity, logActivity } from '../../src/database/activity.ts';
import { activity, users, workspaceSettings } from '../../src/database/schema/index.ts';
import { DRIVERS, NOW, openOn, PASSWORD, type TestApi } from '../support/api.ts';
import { company, webhookBody } from '../support/payloads.ts';
import { cookieOf } from '../support/sign-in.ts';

const EVE = { name: 'Eve', email: 'eve@acme.example', role: 'agent', password: PASSWORD };
const ADDRESS = '203.0.113.7';

describe.each(DRIVERS)('the activity log on $name', (driver) => {
  let test: TestApi;
  let eve: string;

  const signIn = (email: string, password: string, address = ADDRESS) =>
    test.request(
      '/api/auth/sign-in/email',
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-address': address },
        body: JSON.stringify({ email, password }),
      },
      null,
    );
  const known = new Set<string>();
  /** What was recorded since the last look, the oldest first. */
  const recorded = async () => {
    const rows = await test.database.select().from(activity).orderBy(activity.id);
    const fresh = rows.filter(({ id }) => !known.has(id));
    for (const { id } of fresh) known.add(id);
    return fresh;
  };

  beforeAll(async () => {
    test = await openOn(driver, 'activity_access');
    for (const id of ['acme', 'bolt'])
      await test.deliver(id, webhookBody({ eventType: 'company.created', payload: company(id) }));
    eve = (await (await test.send('POST', '/api/users', EVE)).json()).id;
  });
  beforeEach(recorded);
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  it('has entries for a sign-in and its end, with the address', async () => {
    const cookie = cookieOf(await signIn(EVE.email, PASSWORD));
    const headers = { cookie, 'content-type': 'application/json', 'x-address': ADDRESS };
    await test.request('/api/auth/sign-out', { method: 'POST', headers, body: '{}' }, null);
    expect(await recorded()).toMatchObject([
      {
        ...{ resource: 'sign-ins', action: 'sign-in', recordId: eve },
        ...{ actorKind: 'person', actorId: eve, address: ADDRESS },
      },
      { resource: 'sign-ins', action: 'sign-out', actorId: eve, address: ADDRESS },
    ]);
  });

  it('believes no address that a client makes up for itself', async () => {
    const headers = { 'content-type': 'application/json', 'x-client-address': '198.51.100.1' };
    const body = JSON.stringify({ email: EVE.email, password: PASSWORD });
    await test.request('/api/auth/sign-in/email', { method: 'POST', headers, body }, null);
    expect(await recorded()).toMatchObject([{ action: 'sign-in', address: null }]);
  });

  it.each([
    ['a known account', EVE.email, () => eve],
    ['an unknown one', 'nobody@acme.example', () => ''],
  ])(
    'has an entry for a failed sign-in to %s by a stranger, without the password',
    async (_, email, id) => {
      await signIn(email, 'not the password');
      const entries = await recorded();
      expect(entries).toMatchObject([
        {
          ...{ resource: 'sign-ins', action: 'fail', recordId: id() },
          ...{ actorKind: 'stranger', actorId: null, address: ADDRESS, details: { email } },
        },
      ]);
      expect(JSON.stringify(entries)).not.toContain('not the password');
    },
  );

  it('has entries for a changed password and a changed name, without the password', async () => {
    const cookie = cookieOf(await signIn(EVE.email, PASSWORD));
    await recorded();
    const send = (path: string, body: object) =>
      test.request(
        `/api/auth/${path}`,
        {
          method: 'POST',
          headers: { cookie, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        },
        null,
      );
    await send('update-user', { name: 'Eve Adams' });
    await send('change-password', { currentPassword: 'wrong', newPassword: `${PASSWORD}!` });
    await send('change-password', { currentPassword: PASSWORD, newPassword: `${PASSWORD}!` });
    const entries = await recorded();
    expect(entries.filter(({ action }) => action !== 'end')).toMatchObject([
      {
        resource: 'users',
        action: 'edit',
        details: { name: 'Eve Adams' },
        before: { name: 'Eve' },
      },
      { resource: 'sign-ins', action: 'fail', actorKind: 'person', actorId: eve },
      { resource: 'sign-ins', action: 'change-password', actorId: eve, details: {} },
      // With the new one, as all sessions have ended.
      { resource: 'sign-ins', action: 'sign-in', actorId: eve },
    ]);
    expect(JSON.stringify(entries)).not.toContain(PASSWORD);
  });

  it('shows what a role was refused, and not what isn’t there', async () => {
    await test.request('/api/deliveries', {}, 'agent');
    await test.request('/api/customers/nobody', {}, 'agent');
    await test.request('/api/customers', {}, null);
    expect(await recorded()).toMatchObject([
      {
        ...{ resource: 'requests', action: 'refuse', recordId: '/api/deliveries' },
        ...{ actorId: test.personId('agent'), details: { method: 'GET', status: 403 } },
      },
    ]);
  });

  it('has an entry for a record outside someone’s portfolio that they asked for by its address', async () => {
    const limited = { managersSeeOwn: true, unassignedVisibleTo: 'agents' } as const;
    await test.database.update(workspaceSettings).set(limited);
    const response = await test.request('/api/customers/acme', {}, 'manager');
    await test.database.update(workspaceSettings).set({ managersSeeOwn: false });
    expect(response.status).toBe(404);
    expect(await recorded()).toMatchObject([
      { action: 'refuse', recordId: '/api/customers/acme', details: { status: 404 } },
    ]);
  });

  it('shows once a day that someone opened a customer', async () => {
    const open = (id: string, role: Role) => test.request(`/api/customers/${id}`, {}, role);
    for (const role of ['agent', 'agent', 'manager'] as const) await open('acme', role);
    await Promise.all([open('bolt', 'agent'), open('bolt', 'agent'), open('bolt', 'agent')]);
    test.clock.now = '2026-03-11T00:00:01.000Z';
    await open('acme', 'agent');
    test.clock.now = NOW;
    const views = (await recorded()).map(({ customerId, actorId }) => [customerId, actorId]);
    const [agent, manager] = [test.personId('agent'), test.personId('manager')];
    expect(views.sort()).toEqual(
      [
        ['acme', agent],
        ['acme', agent],
        ['acme', manager],
        ['bolt', agent],
      ].sort(),
    );
  });

  it('has an entry for an export with its filter and its rows, and not of a page', async () => {
    await test.list('customers', { range: [0, 24] });
    await test.list('customers', { range: [0, 999], filter: { name: 'Company acme' } }, 'agent');
    const entries = await recorded();
    expect(entries).toMatchObject([
      {
        ...{ resource: 'customers', action: 'export', actorId: test.personId('agent') },
        details: { filter: { name: 'Company acme' } },
      },
    ]);
    expect(Number(entries[0]?.details.rows)).toBeLessThanOrEqual(2);
  });

  it('has an entry for each customer that an import changed, with the values before', async () => {
    const file = 'Customer id,Name\nacme,Bo\nbolt,Cy\n';
    const { id } = await (await test.upload('contact-imports', file)).json();
    await test.send('PUT', `/api/contact-imports/${id}`, { state: 'applied' });
    const imported = (await recorded()).filter(({ action }) => action === 'import');
    expect(imported).toMatchObject([
      { customerId: 'acme', details: { contactName: 'Bo' }, before: { contactName: null } },
      { customerId: 'bolt', details: { contactName: 'Cy' }, before: { contactName: null } },
    ]);
  });

  it('shows others’ sign-ins, views, exports and refusals to admins only', async () => {
    const of = async (role: Role) => {
      const filter = { action: ['sign-in', 'fail', 'view', 'export', 'refuse'] };
      const rows = await (await test.list('activity', { filter, range: [0, 99] }, role)).json();
      return new Set(rows.map(({ actorId }: { actorId: string | null }) => actorId));
    };
    expect(await of('agent')).toEqual(new Set([test.personId('agent')]));
    expect([...(await of('admin'))]).toEqual(expect.arrayContaining([null, eve]));
  });

  it.each([
    ['the address that was tried', 'nobody@acme.example', 'fail'],
    ['the address', ADDRESS, 'sign-in'],
    ['the name of the person', 'Eve Adams', 'sign-in'],
  ])('is searched by %s', async (_, q, action) => {
    const rows = await (await test.list('activity', { filter: { q }, range: [0, 99] })).json();
    const actions = rows.map((row: { action: string }) => row.action);
    expect(actions).toContain(action);
    expect(rows.length).toBeLessThan(known.size);
  });

  it('is exported as CSV that no spreadsheet takes for formulas, which is recorded', async () => {
    const note = { customerId: 'acme', text: 'x' };
    await test.send('POST', '/api/notes', note, 'agent');
    await logActivity(test.database, { kind: 'system', at: NOW }, [
      { resource: 'notes', action: 'delete', recordId: '=1+1', before: { text: 'y' } },
    ]);
    const left = { id: 'left', name: 'Lou Left', email: 'lou@acme.example', active: false };
    await test.database.insert(users).values(left);
    await logActivity(test.database, { kind: 'person', id: left.id, at: NOW }, [
      { resource: 'notes', action: 'delete', recordId: 'x', before: { text: 'y' } },
    ]);
    await recorded();
    const filter = JSON.stringify({ resource: 'notes' });
    const response = await test.request(`/api/activity.csv?${new URLSearchParams({ filter })}`);
    expect(response.headers.get('content-type')).toContain('text/csv');
    const { data, errors } = Papa.parse<Record<string, string>>(await response.text(), {
      header: true,
    });
    expect(errors).toEqual([]);
    const ids = data.map((row) => row['Record ID']);
    expect(ids).toContain("'=1+1");
    expect(data.map(({ Name }) => Name)).toContain('Lou Left (left)');
    expect(data.find(({ Name }) => Name === 'agent')).toMatchObject({
      ...{ 'Done by': 'person', Action: 'create', Resource: 'notes', Customer: 'Company acme' },
    });
    expect(await recorded()).toMatchObject([
      { resource: 'activity', action: 'export', details: { filter: { resource: 'notes' } } },
    ]);
    const asAgent = await test.request(
      '/api/activity.csv?filter={"resource":"requests"}',
      {},
      'agent',
    );
    const lines = (await asAgent.text()).trim().split('\r\n');
    expect(lines.slice(1).every((line) => line.includes(test.personId('agent')))).toBe(true);
  });

  it('expires where nothing was changed, after a year, and says so', async () => {
    const old = (action: string) =>
      test.database.execute(
        sql`insert into activity (id, at, action, resource, record_id, details) values (gen_random_uuid(), now() - interval '13 months', ${action}, 'customers', 'old', '{}')`,
      );
    for (const action of ['view', 'export', 'edit']) await old(action);
    await recorded();
    expect(await expireActivity(test.database, NOW)).toBe(2);
    expect(await test.database.$count(activity, eq(activity.recordId, 'old'))).toBe(1);
    expect(await recorded()).toMatchObject([
      { actorKind: 'system', resource: 'activity', action: 'expire', details: { entries: 2 } },
    ]);
    expect(await expireActivity(test.database, NOW)).toBe(0);
    expect(await recorded()).toEqual([]);
  });
});
