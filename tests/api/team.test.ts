import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson } from '../../src/api/session/auth.ts';
import type { Role } from '../../src/common/permissions.ts';
import { activity, customers, events, users } from '../../src/database/schema/index.ts';
import { addHours } from '../../src/journey/instant.ts';
import { DRIVERS, openOn, PASSWORD, type TestApi } from '../support/api.ts';
import { company, webhookBody } from '../support/payloads.ts';
import { cookieFor } from '../support/people.ts';
import { follow } from '../support/stream.ts';

describe.each(DRIVERS)('the team on $name', (driver) => {
  let test: TestApi;
  let added = 0;

  const signIn = (email: string) =>
    test.request(
      '/api/auth/sign-in/email',
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password: PASSWORD }),
      },
      null,
    );

  /** Adds a person and signs them in. */
  const join = async (role: Role, name = `Person ${added}`, withPassword = false) => {
    added += 1;
    const email = `person-${added}@acme.example`;
    const person = { id: crypto.randomUUID(), name, email, role };
    const { auth, database } = test.ports;
    // Hashing a password takes longer than most tests.
    if (withPassword) await addPerson(auth, database, { ...person, password: PASSWORD });
    else await database.insert(users).values(person);
    const [{ id } = person] = await database.select().from(users).where(eq(users.email, email));
    const cookie = await cookieFor(auth, id);
    const ask = (method: string, path: string, sent?: object) =>
      test.request(
        path,
        {
          method,
          headers: { cookie, 'content-type': 'application/json' },
          ...(sent && { body: JSON.stringify(sent) }),
        },
        null,
      );
    return { id, name, email, ask, cookie, path: `/api/users/${id}` };
  };

  /** Creates customers and returns their ids. */
  const newCustomers = async (prefix: string, count: number): Promise<string[]> => {
    const ids = Array.from({ length: count }, (_, number) => `${prefix}-${number}`);
    for (const id of ids)
      await test.deliver(id, webhookBody({ eventType: 'company.created', payload: company(id) }));
    return ids;
  };

  const peopleOf = async (ids: string[]) =>
    Promise.all(
      ids.map(async (id) => {
        const { assigneeId, accountManagerId } = await test.json(`/api/customers/${id}`);
        return { assigneeId, accountManagerId };
      }),
    );

  const passSecond = () => {
    test.clock.now = addHours(test.clock.now, 1 / 3600);
  };

  beforeAll(async () => {
    test = await openOn(driver, 'team');
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  it.each([
    ['demote', 'PUT', { role: 'agent' }],
    ['deactivate', 'PUT', { active: false }],
    ['delete', 'DELETE', undefined],
  ])('two administrators who %s each other at once leave one', async (_, method, body) => {
    for (let round = 0; round < 3; round += 1) {
      const [one, other] = [await join('admin'), await join('admin')];
      const answers = await Promise.all([
        one.ask(method, other.path, body),
        other.ask(method, one.path, body),
      ]);
      const statuses = answers.map(({ status }) => status).sort();
      expect(statuses[0]).toBe(200);
      expect([401, 403]).toContain(statuses[1]);
      const left = [await test.json(one.path), await test.json(other.path)];
      expect(left.filter(({ role, active }) => role === 'admin' && active)).toHaveLength(1);
    }
  });

  it('nobody locks themselves out', async () => {
    const self = `/api/users/${test.personId('admin')}`;
    for (const body of [{ role: 'agent' }, { active: false }, { active: false, handOverTo: null }])
      expect((await test.send('PUT', self, body)).status).toBe(409);
    expect((await test.request(self, { method: 'DELETE' })).status).toBe(409);
    expect(await test.json(self)).toMatchObject({ role: 'admin', active: true });
    // Forms send the whole record back.
    const record = await test.json(self);
    expect((await test.send('PUT', self, { ...record, name: 'Ada' })).status).toBe(200);
  });

  it('a change of role ends all of the person’s sessions and streams at once', async () => {
    const person = await join('admin');
    const second = await cookieFor(test.ports.auth, person.id);
    const stream = await follow(test, { cookie: person.cookie });
    expect((await test.send('PUT', person.path, { role: 'agent' })).status).toBe(200);
    for (const cookie of [person.cookie, second])
      expect((await test.request('/api/users', { headers: { cookie } }, null)).status).toBe(401);
    // Not only at the next heartbeat.
    await expect.poll(async () => stream.read()).toBeNull();
    const cookie = await cookieFor(test.ports.auth, person.id);
    const again = await test.request('/api/deliveries', { headers: { cookie } }, null);
    expect(again.status).toBe(403);
  });

  it('a change of name alone ends no session', async () => {
    const person = await join('agent');
    expect((await test.send('PUT', person.path, { name: 'Renamed', role: 'agent' })).status).toBe(
      200,
    );
    expect((await person.ask('GET', '/api/customers')).status).toBe(200);
  });

  it.each([
    ['PUT', { active: false }],
    ['DELETE', undefined],
  ])(
    'someone who leaves by %s can’t come back, keeps their name and can be reactivated',
    async (method, body) => {
      const person = await join('agent', 'Lee Left', true);
      const init = { method, headers: { 'content-type': 'application/json' } };
      const left = await test.request(person.path, {
        ...init,
        ...(body && { body: JSON.stringify(body) }),
      });
      expect(left.status).toBe(200);
      expect((await person.ask('GET', '/api/customers')).status).toBe(401);
      const refused = await signIn(person.email);
      expect(refused.status).toBe(403);
      expect(await refused.json()).toMatchObject({
        message: expect.stringContaining('deactivated'),
      });
      expect(refused.headers.getSetCookie()).toEqual([]);
      expect(await test.json(person.path)).toMatchObject({ name: 'Lee Left', active: false });
      expect((await test.send('PUT', person.path, { active: true })).status).toBe(200);
      expect((await signIn(person.email)).status).toBe(200);
    },
  );

  it('tells only who knows the password that the account is deactivated', async () => {
    const person = await join('agent', 'Lee Gone', true);
    await test.send('PUT', person.path, { active: false });
    const guess = await test.send('POST', '/api/auth/sign-in/email', {
      email: person.email,
      password: 'not the password',
    });
    expect(guess.status).toBe(401);
  });

  it('a session that outlives its person opens nothing', async () => {
    const person = await join('agent');
    await test.database.update(users).set({ active: false }).where(eq(users.id, person.id));
    expect((await person.ask('GET', '/api/customers')).status).toBe(401);
  });

  it.each(['someone', 'nobody'])('hands cases and portfolio over to %s', async (heir) => {
    const [leaver, other] = [await join('manager'), await join('agent')];
    const ids = await newCustomers(`handed-to-${heir}`, 4);
    const [both, cases, portfolio, neither] = ids;
    const change = (id: string | undefined, body: object) =>
      test.send('PUT', `/api/customers/${id}`, body);
    await change(both, { assigneeId: leaver.id, accountManagerId: leaver.id });
    await change(cases, { assigneeId: leaver.id, accountManagerId: other.id });
    await change(portfolio, { accountManagerId: leaver.id });
    await change(neither, { assigneeId: other.id });
    passSecond();
    const to = heir === 'someone' ? test.personId('agent') : null;
    const answer = await test.send('PUT', leaver.path, { active: false, handOverTo: to });
    expect(answer.status).toBe(200);
    expect(await peopleOf(ids)).toEqual([
      { assigneeId: to, accountManagerId: to },
      { assigneeId: to, accountManagerId: other.id },
      { assigneeId: null, accountManagerId: to },
      { assigneeId: other.id, accountManagerId: null },
    ]);
    // Through events, so that a rebuild finds the same.
    const timeline = await test.database
      .select()
      .from(events)
      .where(eq(events.customerId, both ?? ''))
      .orderBy(events.occurredAt);
    expect(timeline.at(-1)).toMatchObject({
      type: 'customer.updated',
      actorId: test.personId('admin'),
      data: { customer: { assigneeId: to, accountManagerId: to } },
    });
    const logged = await test.database
      .select()
      .from(activity)
      .where(eq(activity.recordId, leaver.id));
    expect(logged.map(({ details }) => details)).toContainEqual(
      expect.objectContaining({ active: false, handOverTo: to }),
    );
  });

  it.each([
    ['someone', true, 'agent'],
    ['nobody', true, null],
    ['no one asked', false, null],
  ] as const)(
    'gives customers of the same owner in Codat to %s from then on',
    async (heir, handsOver, role) => {
      const leaver = await join('manager');
      const owner = `owner-${heir}`;
      const owned = async (id: string) => {
        const payload = { ...company(id), ownerUserIds: [owner] };
        await test.deliver(id, webhookBody({ eventType: 'company.created', payload }));
        return (await test.json(`/api/customers/${id}`)).accountManagerId;
      };
      await owned(`owned-before-${heir}`);
      await test.send('PUT', `/api/codat-owners/${owner}`, { personId: leaver.id });
      const managerBefore = async () =>
        (await test.json(`/api/customers/owned-before-${heir}`)).accountManagerId;
      expect(await managerBefore()).toBe(leaver.id);
      passSecond();
      const to = role && test.personId(role);
      const body = { active: false, ...(handsOver && { handOverTo: to }) };
      expect((await test.send('PUT', leaver.path, body)).status).toBe(200);
      expect(await managerBefore()).toBe(handsOver ? to : leaver.id);
      passSecond();
      expect(await owned(`owned-after-${heir}`)).toBe(to);
    },
  );

  it('hands over later what someone who has left still had', async () => {
    const leaver = await join('agent');
    const [id = ''] = await newCustomers('later', 1);
    await test.send('PUT', `/api/customers/${id}`, { assigneeId: leaver.id });
    await test.send('PUT', leaver.path, { active: false });
    expect(await test.json(`/api/customers/${id}`)).toMatchObject({ assigneeId: leaver.id });
    passSecond();
    const to = test.personId('agent');
    expect((await test.send('PUT', leaver.path, { handOverTo: to })).status).toBe(200);
    expect(await test.json(`/api/customers/${id}`)).toMatchObject({ assigneeId: to });
  });

  it('leaves everything as it was when the hand-over can’t be done', async () => {
    const [leaver, left] = [await join('agent'), await join('agent', 'Lou Left')];
    const [id = ''] = await newCustomers('stays', 1);
    await test.send('PUT', `/api/customers/${id}`, { assigneeId: leaver.id });
    await test.send('PUT', left.path, { active: false });
    for (const [body, sentence] of [
      [{ active: false, handOverTo: left.id }, 'Lou Left has left.'],
      [{ active: false, handOverTo: 'nobody' }, 'No user with the ID nobody.'],
      [{ active: false, handOverTo: leaver.id }, 'Choose someone else.'],
      [{ handOverTo: null }, 'Only people who leave can hand over.'],
    ] as const) {
      const answer = await test.send('PUT', leaver.path, body);
      expect(answer.status).toBe(422);
      expect((await answer.json()).errors.handOverTo).toContain(sentence);
    }
    expect(await test.json(leaver.path)).toMatchObject({ active: true });
    expect(await test.json(`/api/customers/${id}`)).toMatchObject({ assigneeId: leaver.id });
    expect((await leaver.ask('GET', '/api/customers')).status).toBe(200);
  });

  it('offers nothing new to someone who has left', async () => {
    const left = await join('manager', 'Lou Gone');
    const [id = ''] = await newCustomers('offered', 1);
    await test.send('PUT', left.path, { active: false });
    for (const field of ['assigneeId', 'accountManagerId']) {
      const answer = await test.send('PUT', `/api/customers/${id}`, { [field]: left.id });
      expect(answer.status).toBe(422);
      expect((await answer.json()).errors).toEqual({ [field]: 'Lou Gone has left.' });
    }
    const file = `Customer id,Account manager\n${id},Lou Gone\n`;
    const imported = await (await test.upload('contact-imports', file)).json();
    expect(imported).toMatchObject({ faulty: 1, changes: 0 });
  });

  it('counts the customers that the Team page links to', async () => {
    const person = await join('manager');
    const ids = await newCustomers('counted', 5);
    for (const [index, id] of ids.entries())
      await test.send('PUT', `/api/customers/${id}`, {
        accountManagerId: person.id,
        ...(index < 3 && { assigneeId: person.id }),
      });
    const [closed, connected, , , deleted] = ids;
    await test.send('POST', `/api/journeys/${closed}:0/close`, { reason: 'declined' });
    await test.database
      .update(customers)
      .set({ connected: true })
      .where(eq(customers.id, connected ?? ''));
    await test.database
      .update(customers)
      .set({ deletedAt: test.clock.now })
      .where(eq(customers.id, deleted ?? ''));
    const workloads = await test.json('/api/users/workloads');
    expect(workloads).toContainEqual({ id: person.id, portfolio: 4, cases: 3, openCases: 1 });
    const total = async (filter: object) =>
      (await test.list('customers', { filter })).headers.get('content-range')?.split('/')[1];
    expect(await total({ accountManagerId: person.id })).toBe('4');
    expect(await total({ assigneeId: person.id })).toBe('3');
    expect(await total({ assigneeId: person.id, closed: false, connected: false })).toBe('1');
  });

  it('notes when people were last seen, every five minutes at most', async () => {
    const person = await join('agent');
    const seen = async () => (await test.json(person.path)).lastSeenAt;
    expect(await seen()).toBeNull();
    await person.ask('GET', '/api/customers');
    const first = test.clock.now;
    expect(await seen()).toBe(first);
    test.clock.now = addHours(first, 4 / 60);
    await person.ask('GET', '/api/customers');
    expect(await seen()).toBe(first);
    test.clock.now = addHours(first, 6 / 60);
    await person.ask('GET', '/api/customers');
    expect(await seen()).toBe(test.clock.now);
  });
});
