import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkAlerts } from '../../src/alerts/check.ts';
import {
  alertIncidents,
  alertMessages,
  alerts,
  attempts,
  customers,
  deliveries,
  type Email,
  emails,
  incidents,
  journeys,
} from '../../src/database/schema/index.ts';
import { addHours } from '../../src/journey/instant.ts';
import { watchAlerts } from '../support/alerts.ts';
import { NOW, openOn, POSTGRESQL, type TestApi } from '../support/api.ts';
import { addIncident } from '../support/incidents.ts';
import { customerRow } from './customer-rows.ts';
import { setVisibility } from './portfolio-table.ts';

const SECRET = 'https://hooks.slack.test/services/T000/B000/verysecretpath';

const UNTOUCHED = { name: 'Cases', kind: 'untouched', hours: 24 };
const TO_TEAM = { channel: 'email', to: 'team@acme.example' };

/** A customer who has been stuck for a number of hours. */
const stuckFor = (id: string, hours: number, fields: object = {}) =>
  customerRow({
    ...{ id, name: `Company ${id}`, priority: 'high', stuckReason: 'attempt_failed' },
    stuckAt: addHours(NOW, -hours),
    ...fields,
  });

describe('alerts', () => {
  let test: TestApi;
  let watch: ReturnType<typeof watchAlerts>;

  beforeAll(async () => {
    test = await openOn(POSTGRESQL, 'alerts');
    watch = watchAlerts(test);
  });
  afterEach(async () => {
    for (const table of [
      ...[alerts, alertMessages, attempts, deliveries, emails, customers, incidents, journeys],
    ])
      await test.database.delete(table);
    await setVisibility(test, false);
    await watch.told();
    test.clock.now = NOW;
    expect(watch.errors).toEqual([]);
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  const add = async (alert: object): Promise<string> => {
    const created = await test.send('POST', '/api/alerts', alert);
    expect([created.status, await created.clone().text()]).toEqual([201, expect.any(String)]);
    return (await created.json()).id;
  };

  const addCustomers = (...rows: (typeof customers.$inferInsert)[]) =>
    test.database.insert(customers).values(rows);

  /** Lets time pass, and looks again. Returns the titles of what is told. */
  const later = async (hours: number): Promise<(string | undefined)[]> => {
    test.clock.now = addHours(test.clock.now, hours);
    await watch.check();
    return (await watch.told()).map(({ message }) => message?.title);
  };

  const touch = (customerId: string) =>
    test.send('POST', '/api/notes', { customerId, text: 'Called' }, 'agent');

  it('tell ten untouched cases in one message, then only new ones, and the end once none is left', async () => {
    await addCustomers(
      ...Array.from({ length: 10 }, (_, index) => stuckFor(`old-${index}`, 30)),
      stuckFor('soon', 23.5),
      stuckFor('fresh', 1),
      stuckFor('snoozed', 30, { snoozedUntil: addHours(NOW, 100) }),
      stuckFor('deleted', 30, { deletedAt: NOW }),
    );
    await add({ ...UNTOUCHED, ...TO_TEAM });
    await watch.check();
    const [first, ...others] = await watch.told();
    expect(others).toEqual([]);
    expect(first?.message?.title).toBe('Nobody has touched 10 stuck cases');
    expect(first?.email?.to.address).toBe('team@acme.example');
    expect(first?.email?.text).toContain('Company old-9');
    expect(first?.email?.text).not.toMatch(/soon|fresh|snoozed|deleted/);
    expect(await later(0.5)).toEqual([]);
    expect(await later(0.5)).toEqual(['Nobody has touched 1 stuck case']);
    for (let index = 0; index < 10; index += 1) await touch(`old-${index}`);
    expect(await later(1)).toEqual([]);
    await touch('soon');
    expect(await later(1)).toEqual(['No stuck case is untouched any more']);
    expect(await later(1)).toEqual([]);
  });

  it('link to exactly the cases that they tell', async () => {
    await addCustomers(stuckFor('a', 30), stuckFor('b', 40), stuckFor('c', 1));
    await add({ ...UNTOUCHED, ...TO_TEAM });
    await watch.check();
    const [told] = await watch.told();
    const [href = ''] =
      /http:\/\/unstuck\.test\/#\/customers\?\S+/.exec(told?.email?.text ?? '') ?? [];
    const filter = JSON.parse(new URL(href.replace('/#', '')).searchParams.get('filter') ?? '');
    const listed = await (await test.list('customers', { filter })).json();
    expect(listed.map(({ id }: { id: string }) => id).sort()).toEqual(['a', 'b']);
    expect(told?.email?.text).toContain('http://unstuck.test/#/customers/a/show');
  });

  it('are told once when several servers look at the same moment', async () => {
    await addCustomers(...Array.from({ length: 30 }, (_, index) => stuckFor(`c-${index}`, 30)));
    await add({ ...UNTOUCHED, ...TO_TEAM });
    await add({ ...UNTOUCHED, channel: 'webhook', webhookUrl: SECRET });
    await Promise.all(Array.from({ length: 6 }, () => checkAlerts(watch.ports)));
    expect((await watch.told()).length).toBe(2);
    expect(await test.database.$count(alertIncidents)).toBe(60);
    await Promise.all(Array.from({ length: 6 }, () => later(1)));
    expect(await watch.told()).toEqual([]);
    expect(await test.database.$count(alertMessages)).toBe(2);
  });

  it('go to each account manager about their own customers only', async () => {
    const [mine, other] = [test.personId('manager'), test.personId('agent')];
    await addCustomers(
      stuckFor('mine', 30, { accountManagerId: mine }),
      stuckFor('other', 30, { accountManagerId: other }),
      stuckFor('nobodys', 30),
    );
    await add({ ...UNTOUCHED, channel: 'account_manager' });
    await watch.check();
    const told = await watch.told();
    const texts = new Map(told.map(({ email }) => [email?.to.address, email?.text]));
    expect([...texts.keys()].sort()).toEqual(['agent@acme.example', 'manager@acme.example']);
    expect(texts.get('manager@acme.example')).toContain('Company mine');
    expect(texts.get('manager@acme.example')).not.toMatch(/Company (other|nobodys)/);
    expect(texts.get('agent@acme.example')).toContain('Company other');
  });

  it('tell a colleague at an address nothing of customers they may not see', async () => {
    await setVisibility(test, true, 'agents');
    await addCustomers(
      stuckFor('mine', 30, { accountManagerId: test.personId('manager') }),
      stuckFor('nobodys', 30),
    );
    await add({ ...UNTOUCHED, channel: 'email', to: 'Manager@ACME.example' });
    await watch.check();
    const [told] = await watch.told();
    expect(told?.email?.text).toContain('Company mine');
    expect(told?.email?.text).not.toContain('Company nobodys');
  });

  it('can be limited to one account manager’s customers and to one app', async () => {
    const accountManagerId = test.personId('manager');
    await addCustomers(
      stuckFor('both', 30, { accountManagerId, software: 'gbol' }),
      stuckFor('software', 30, { software: 'gbol' }),
      stuckFor('manager', 30, { accountManagerId }),
    );
    await add({ ...UNTOUCHED, ...TO_TEAM, accountManagerId, software: 'gbol' });
    await watch.check();
    const [told] = await watch.told();
    expect(told?.message?.title).toBe('Nobody has touched 1 stuck case');
    expect(told?.email?.text).toContain('Company both');
  });

  it('say which software fails for many, with its figures, and that it is over after an hour', async () => {
    const at = addHours(NOW, -2);
    const ids = Array.from({ length: 10 }, (_, index) => `c-${index}`);
    const manager = { accountManagerId: test.personId('manager'), software: 'gbol' };
    await addCustomers(...ids.map((id) => stuckFor(id, 2, manager)));
    await test.database.insert(journeys).values(
      ids.map((customerId) => ({
        ...{ id: `${customerId}:0`, customerId, ordinal: 0, startedAt: at, failedAttempts: 1 },
        ...({ kind: 'first', stage: 'selected', furthestStage: 'selected' } as const),
        stageEnteredAt: at,
      })),
    );
    await test.database.insert(attempts).values(
      ids.map((id) => ({
        ...{ id, customerId: id, journeyId: `${id}:0`, connectionId: id, software: 'gbol' },
        ...({ outcome: 'failed', startedAt: at, endedAt: at } as const),
      })),
    );
    await addIncident(test.database);
    await add({ name: 'Incidents', kind: 'spike', channel: 'webhook', webhookUrl: SECRET });
    await add({ name: 'Incidents', kind: 'spike', channel: 'account_manager' });
    await add({ name: 'Others', kind: 'spike', ...TO_TEAM, software: 'akxx' });
    await watch.check();
    const told = await watch.told();
    expect(told.map(({ message }) => message?.title)).toEqual([
      'Xero fails for more customers than usual',
      'Xero fails for more customers than usual',
    ]);
    const sentence = '10 of 10 customers failed in the last 24 hours (normally 9%)';
    expect(JSON.stringify(told[0]?.body ?? told[1]?.body)).toContain(sentence);
    await test.database.update(incidents).set({ endedAt: NOW });
    expect(await later(0.5)).toEqual([]);
    expect(await later(0.6)).toEqual([
      'Xero no longer fails unusually often',
      'Xero no longer fails unusually often',
    ]);
  });

  it('tell when webhooks fail and when none arrive, and that they work again', async () => {
    const received = (id: string, hoursAgo: number, state: 'failed' | 'processed') => ({
      ...{ id, state, receivedAt: addHours(NOW, -hoursAgo) },
    });
    const silence = { name: 'Silence', kind: 'deliveries', hours: 6, ...TO_TEAM };
    await add(silence);
    await watch.check();
    expect(await watch.told()).toEqual([]);
    await test.database.insert(deliveries).values([received('old', 7, 'failed')]);
    test.clock.now = addHours(NOW, 0.2);
    await watch.check();
    const [told] = await watch.told();
    expect(told?.email?.text).toContain('1 webhook of the last day can’t be processed');
    expect(told?.email?.text).toMatch(/none received for 6\s+hours/);
    await test.database.update(deliveries).set({ state: 'processed', receivedAt: NOW });
    expect(await later(0.2)).toEqual([]);
    expect(await later(0.2)).toEqual(['Webhooks from Codat work again']);
  });

  it('name each email that failed once, and say when the mail server takes none', async () => {
    const email = (state: Email['state'], failedAttempts: number) => ({
      ...{ id: crypto.randomUUID(), customerId: 'c', journeyId: 'c:0', state },
      ...{ toEmail: 'ada@customer.example', createdById: 'x', replyTo: 'x@y.z', failedAttempts },
      ...{
        subject: 's',
        html: 'h',
        text: 't',
        createdAt: NOW,
        problem: '550 ada@customer.example',
      },
    });
    const store = (...all: ReturnType<typeof email>[]) =>
      test.database
        .insert(emails)
        .values(all.map((one) => ({ ...one, template: 'link' as const })));
    await addCustomers(customerRow({ id: 'c', name: 'Acme' }));
    await add({ name: 'Emails', kind: 'emails', ...TO_TEAM });
    await store(email('failed', 1), email('queued', 1));
    await watch.check();
    const [first] = await watch.told();
    expect(first?.email?.text).toContain('Acme');
    expect(first?.email?.text).toContain('refused by the mail server');
    await store(email('queued', 3));
    expect(await later(0.1)).toEqual(['Emails to customers can’t be delivered']);
    await test.database.update(emails).set({ state: 'sent' });
    expect(await later(0.1)).toEqual(['No email to a customer is undelivered any more']);
  });

  it('start over when they change, and say nothing while they are off', async () => {
    await addCustomers(stuckFor('a', 30));
    const id = await add({ ...UNTOUCHED, ...TO_TEAM, enabled: false });
    expect(await later(1)).toEqual([]);
    await test.send('PUT', `/api/alerts/${id}`, { enabled: true });
    expect(await later(1)).toEqual(['Nobody has touched 1 stuck case']);
    await test.send('PUT', `/api/alerts/${id}`, { name: 'Another name' });
    expect(await later(0.1)).toEqual([]);
    await test.send('PUT', `/api/alerts/${id}`, { to: 'other@acme.example' });
    expect(await later(0.1)).toEqual(['Nobody has touched 1 stuck case']);
  });

  it('never show or log a webhook’s address again, and forget it with the channel', async () => {
    const id = await add({ ...UNTOUCHED, channel: 'webhook', webhookUrl: SECRET });
    const shown = await test.json(`/api/alerts/${id}`);
    expect(shown.webhook).toBe('https://hooks.slack.test/…path');
    const other = SECRET.replace('very', 'other');
    await test.send('PUT', `/api/alerts/${id}`, { webhookUrl: other });
    await test.send('POST', `/api/alerts/${id}/test`, {});
    const told = [
      await test.json('/api/alerts'),
      await test.json('/api/activity'),
      await test.json('/api/alert-messages'),
      test.logged,
    ];
    expect(JSON.stringify(told)).not.toMatch(/secretpath/);
    await test.send('PUT', `/api/alerts/${id}`, TO_TEAM);
    const [stored] = await test.database.select().from(alerts).where(eq(alerts.id, id));
    expect(stored).toMatchObject({ webhookUrl: null, to: 'team@acme.example' });
  });

  it('send a test of what there is now, marked as one, and keep how it went', async () => {
    const { sent } = test.deliveries;
    await addCustomers(stuckFor('a', 30));
    const id = await add({ ...UNTOUCHED, ...TO_TEAM });
    const answer = await test.send('POST', `/api/alerts/${id}/test`, {});
    expect(await answer.json()).toEqual({ to: 'team@acme.example' });
    expect(sent.at(-1)).toMatchObject({ subject: 'Test: Nobody has touched 1 stuck case' });
    expect(sent.at(-1)?.text).toContain('Company a');
    await watch.check();
    expect((await watch.told()).length).toBe(1);
    test.deliveries.answer = { sent: false, permanent: true, problem: '550 No such user' };
    const failed = await test.send('POST', `/api/alerts/${id}/test`, {});
    test.deliveries.answer = { sent: true };
    expect(failed.status).toBe(502);
    expect((await failed.json()).message).toContain('550 No such user');
    const filter = { event: 'test' };
    expect(await (await test.list('alert-messages', { filter })).json()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ state: 'sent', problem: null }),
        expect.objectContaining({ state: 'failed', problem: '550 No such user' }),
      ]),
    );
  });

  it('keep emails without SMTP, which can be sent later, and say nothing of erased customers', async () => {
    await addCustomers(stuckFor('a', 30), stuckFor('erased', 30));
    await add({ ...UNTOUCHED, ...TO_TEAM });
    await checkAlerts({ ...watch.ports, sendsEmail: false });
    const [kept] = await test.json('/api/alert-messages');
    expect(kept).toMatchObject({ state: 'kept', title: 'Nobody has touched 2 stuck cases' });
    const erased = await test.send('POST', '/api/customers/erased/erasure', {
      name: 'Company erased',
    });
    expect(erased.status).toBe(200);
    await test.send('PUT', `/api/alert-messages/${kept.id}`, { state: 'queued' });
    expect(test.deliveries.messages).toEqual([kept.id]);
    await watch.ports.deliver(test.database, [kept.id]);
    const [told] = await watch.told();
    expect(told?.email?.text).toContain('Company a');
    expect(told?.email?.text).not.toContain('erased');
  });
});
