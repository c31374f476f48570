import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { openPostgres } from '../../src/database/connect.ts';
import { customers, digestSettings, stuckSpells } from '../../src/database/schema/index.ts';
import { addHours } from '../../src/journey/instant.ts';
import { createPostWebhook } from '../../src/server/webhooks/post-webhook.ts';
import { customerRow } from '../api/customer-rows.ts';
import { DEADLINE_MS, startAlerting } from '../support/alerting.ts';
import { NOW, openTestApi, type TestApi } from '../support/api.ts';
import { createDatabase } from '../support/postgres.ts';
import { openReceiver, type Receiver } from '../support/receiver.ts';
import { openSmtp, type Smtp } from '../support/smtp.ts';

const UNTOUCHED = { kind: 'untouched', hours: 24 };

const stuck = (id: string, fields: object = {}) =>
  customerRow({
    ...{ id, name: `Company ${id}`, priority: 'high', stuckReason: 'attempt_failed' },
    ...{ stuckAt: addHours(NOW, -30), ...fields },
  });

describe('alerts by two servers', () => {
  let test: TestApi;
  let smtp: Smtp;
  let receiver: Receiver;
  let servers: Awaited<ReturnType<typeof startAlerting>>[];

  beforeAll(async () => {
    const url = await createDatabase(inject('postgresUrl'), 'alerts_delivery');
    [smtp, receiver] = [await openSmtp(), await openReceiver()];
    const post = createPostWebhook({ anywhere: true, milliseconds: DEADLINE_MS });
    test = await openTestApi(await openPostgres(url, () => {}), {
      outgoing: { anywhere: true, post },
    });
    const other = await openPostgres(url, () => {});
    const now = () => test.clock.now;
    servers = [
      await startAlerting({ ...other, database: test.database }, smtp.url, now),
      await startAlerting(other, smtp.url, now),
    ];
    test.ports.deliverMessages = servers[0]?.deliver ?? test.ports.deliverMessages;
    await test.database.insert(customers).values([stuck('a'), stuck('b'), stuck('c')]);
    onFinish.push(other.close);
  });
  const onFinish: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const { stop } of servers) await stop();
    for (const finish of onFinish) await finish();
    receiver.close();
    await smtp.close();
    await test.close();
    expect(servers.flatMap(({ errors }) => errors)).toEqual([]);
    expect(test.faults).toEqual([]);
  });

  const add = async (name: string, goal: object): Promise<string> =>
    (await (await test.send('POST', '/api/alerts', { name, ...UNTOUCHED, ...goal })).json()).id;

  const webhook = (path: string) => ({ channel: 'webhook', webhookUrl: receiver.url + path });

  const checkAll = () => Promise.all(servers.map(({ check }) => check()));

  const messageOf = async (alertId: string) => {
    const [message] = await (
      await test.list('alert-messages', { filter: { alertId, event_neq: 'test' } })
    ).json();
    return message;
  };

  const expectMessage = (alertId: string, expected: object) =>
    expect.poll(() => messageOf(alertId)).toMatchObject(expected);

  it('reach a webhook and a mailbox once each, with every case in one message', async () => {
    const chat = await add('Chat', webhook('/once'));
    const mail = await add('Mail', { channel: 'email', to: 'lead@acme.example' });
    for (let round = 0; round < 3; round += 1) await checkAll();
    await expectMessage(chat, { state: 'sent', problem: null });
    await expectMessage(mail, { state: 'sent', address: 'lead@acme.example' });
    await checkAll();
    const [body = '', ...more] = receiver.at('/once');
    expect(more).toEqual([]);
    expect(JSON.parse(body).text).toContain('<http://unstuck.test/#/customers/b/show|Company b>');
    const [email, ...others] = smtp.emails;
    expect(others).toEqual([]);
    expect(email?.subject).toBe('Nobody has touched 3 stuck cases');
    expect(email?.text).toContain('Company c');
  });

  it('try a webhook again that is overloaded, and give up at once on one that is gone', async () => {
    receiver.answer('/busy', (response, count) => {
      response.statusCode = count < 3 ? 503 : 200;
      response.end();
    });
    receiver.answer('/gone', (response) => {
      response.statusCode = 404;
      response.end('no_service\n');
    });
    const [busy, gone] = [await add('Busy', webhook('/busy')), await add('Gone', webhook('/gone'))];
    await checkAll();
    await expectMessage(busy, { state: 'sent', failedAttempts: 2, nextAttemptAt: null });
    await expectMessage(gone, {
      ...{ state: 'failed', failedAttempts: 1, nextAttemptAt: null },
      problem: 'The webhook answered 404: no_service',
    });
    expect(receiver.at('/gone').length).toBe(1);
    receiver.answer('/gone', (response) => response.end('ok'));
    const { id } = await messageOf(gone);
    await test.send('PUT', `/api/alert-messages/${id}`, { state: 'queued' });
    await expectMessage(gone, { state: 'sent' });
  });

  it('wait for a webhook that never answers no longer than its deadline, and others don’t wait', async () => {
    receiver.answer('/silent', () => {});
    const silent = await add('Silent', webhook('/silent'));
    const quick = await add('Quick', webhook('/quick'));
    await checkAll();
    await expectMessage(quick, { state: 'sent' });
    await expectMessage(silent, {
      ...{ state: 'queued', nextAttemptAt: expect.stringMatching(/Z$/) },
      problem: `The webhook didn’t answer within ${DEADLINE_MS / 1000} s.`,
    });
    receiver.answer('/silent', (response) => response.end('ok'));
    await expectMessage(silent, { state: 'sent', problem: null });
  });

  it('send a real test to a real webhook, and say why one fails', async () => {
    receiver.answer('/moved', (response) => response.writeHead(302, { location: '/once' }).end());
    const [works, moved] = [
      await add('Works', webhook('/test')),
      await add('M', webhook('/moved')),
    ];
    const sent = await test.send('POST', `/api/alerts/${works}/test`, {});
    expect(sent.status).toBe(200);
    expect(JSON.parse(receiver.at('/test')[0] ?? '').text).toMatch(/^\*Test: Nobody/);
    const failed = await test.send('POST', `/api/alerts/${moved}/test`, {});
    expect(failed.status).toBe(502);
    expect((await failed.json()).message).toContain('The webhook redirects.');
  });

  it('send a digest that is due once', async () => {
    const [userId, before] = [test.personId('manager'), smtp.emails.length];
    const stuckAt = addHours(NOW, -1);
    await test.database
      .insert(customers)
      .values(stuck('theirs', { accountManagerId: userId, stuckAt }));
    await test.database.insert(stuckSpells).values({
      ...{ id: 'theirs:0:0', customerId: 'theirs', journeyId: 'theirs:0', stage: 'initiated' },
      ...{ stuckReason: 'attempt_failed', priority: 'high', actions: {} },
      ...{ silentSince: addHours(stuckAt, -1), stuckAt },
    });
    const schedule = { frequency: 'daily', weekday: 1, hour: 12, timeZone: 'UTC' } as const;
    await test.database.insert(digestSettings).values({ ...schedule, userId, nextAt: NOW });
    for (let round = 0; round < 3; round += 1) await checkAll();
    await expect
      .poll(() => smtp.emails.slice(before).map(({ subject }) => subject))
      .toContain('Your customers: 0 connected, 1 slipped, 1 stuck');
    await checkAll();
    const own = smtp.emails.filter(({ subject }) => subject?.startsWith('Your customers'));
    expect(own.length).toBe(1);
  });
});

describe('webhooks', () => {
  it('are never called at a private address, however it is written', async () => {
    const post = createPostWebhook({ anywhere: false });
    for (const host of [
      '127.0.0.1',
      '[::1]',
      'localhost',
      '2130706433',
      '0x7f.1',
      '[::ffff:7f00:1]',
    ])
      expect(await post(`https://${host}/secret`, {})).toEqual({
        ...{ sent: false, permanent: true },
        problem: 'The webhook is at a private address. Set PRIVATE_WEBHOOKS=on to allow these.',
      });
    expect(await post('http://hooks.example/secret', {})).toMatchObject({
      problem: 'The webhook must begin with https://.',
    });
  });

  it('that talk without end, too long or not HTTP hold nothing up, and their address is never told', async () => {
    const endless = createServer((_, response) => {
      const timer = setInterval(() => response.write('x'.repeat(10)), 20);
      response.on('close', () => clearInterval(timer));
    });
    endless.listen(0, '127.0.0.1');
    await once(endless, 'listening');
    onTestFinished(() => {
      endless.closeAllConnections();
      endless.close();
    });
    const post = createPostWebhook({ anywhere: true, milliseconds: 300 });
    const { port } = endless.address() as AddressInfo;
    const outcomes = [
      await post(`http://127.0.0.1:${port}/verysecretpath`, {}),
      await post('http://127.0.0.1:1/verysecretpath', {}),
      await post(`https://127.0.0.1:${port}/verysecretpath`, {}),
      await post('http://nobody.invalid/verysecretpath', {}),
    ];
    expect(outcomes.map((outcome) => outcome.sent)).toEqual([false, false, false, false]);
    expect(JSON.stringify(outcomes)).not.toContain('verysecretpath');
    expect(outcomes[0]).toMatchObject({ problem: 'The webhook didn’t answer within 0.3 s.' });
    expect(outcomes[1]).toMatchObject({ problem: expect.stringContaining('ECONNREFUSED') });
  });
});
