import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressObject } from 'mailparser';
import {
  afterAll,
  afterEach,
  beforeAll,
  describe,
  expect,
  inject,
  it,
  onTestFinished,
} from 'vitest';
import { openPostgres } from '../../src/database/connect.ts';
import type { Connection } from '../../src/database/database.ts';
import { DRIVERS, openTestApi, type TestApi } from '../support/api.ts';
import { startMailing } from '../support/mailing.ts';
import { company, webhookBody } from '../support/payloads.ts';
import { createDatabase } from '../support/postgres.ts';
import { freePort } from '../support/server.ts';
import { type Behaviour, openSmtp, type Smtp } from '../support/smtp.ts';

const MALICIOUS =
  '<script>alert(1)</script>\r\nBcc: x@y.z [x](http://evil.example) {{ 7 | times: 7 }}';

const newCustomer = (test: TestApi, id: string, name?: string) => {
  const tags = { contactName: name ?? 'Kofi Osei', contactEmail: `${id}@customer.example` };
  const payload = { ...company(id, name), tags };
  return test.deliver(id, webhookBody({ eventType: 'company.created', payload }));
};

const send = async (test: TestApi, customerId: string, template = 'link') =>
  (await test.send('POST', '/api/emails', { customerId, template }, 'agent')).json();

/** Waits until an email matches. */
const expectEmail = (test: TestApi, id: string, expected: object) =>
  expect.poll(() => test.json(`/api/emails/${id}`)).toMatchObject(expected);

const addressesOf = (to: AddressObject | AddressObject[] | undefined) =>
  [to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address));

describe.each(DRIVERS)('delivery by SMTP on $name', ({ open }) => {
  let test: TestApi;
  let smtp: Smtp;
  let port: number;
  const behaviour: Behaviour = {};
  let stop: () => Promise<void>;

  beforeAll(async () => {
    const connection = await open('delivery');
    test = await openTestApi(connection);
    port = await freePort();
    const mailing = await startMailing(connection, `smtp://127.0.0.1:${port}`);
    test.ports.mailer = mailing.mailer;
    stop = mailing.stop;
  });
  afterEach(() => {
    behaviour.recipient = undefined;
    behaviour.accept = undefined;
  });
  afterAll(async () => {
    await stop();
    await smtp.close();
    await test.close();
    expect(test.faults).toEqual([]);
  });

  it('queues emails while the mail server is down and sends each once when it is up again', async () => {
    const ids = ['a', 'b', 'c', 'd'].map((letter) => `down-${letter}`);
    for (const id of ids) await newCustomer(test, id);
    const sent = await Promise.all(ids.map((id) => send(test, id)));
    for (const { id } of sent)
      await expectEmail(test, id, {
        state: 'queued',
        problem: expect.stringContaining('ECONNREFUSED'),
        failedAttempts: expect.toSatisfy((failed: number) => failed >= 2),
        nextAttemptAt: expect.stringMatching(/Z$/),
      });
    expect(await test.json('/api/customers/down-a')).toMatchObject({ stage: 'created' });
    smtp = await openSmtp(behaviour, port);
    for (const { id } of sent)
      await expectEmail(test, id, { state: 'sent', problem: null, nextAttemptAt: null });
    expect(smtp.emails.flatMap(({ to }) => addressesOf(to)).sort()).toEqual(
      ids.map((id) => `${id}@customer.example`),
    );
    const customer = await test.json('/api/customers/down-a');
    const { sentAt } = await test.json(`/api/emails/${sent[0].id}`);
    expect(customer).toMatchObject({
      stage: 'invited',
      lastSentAt: sentAt,
      tried: { link: sentAt },
    });
    const filter = { customerId: 'down-a', type: 'link.sent' };
    expect(await (await test.list('events', { filter })).json()).toMatchObject([
      {
        source: 'agent',
        sourceId: `email:${sent[0].id}`,
        actorId: test.personId('agent'),
        data: {
          emailId: sent[0].id,
          template: 'link',
          to: 'main',
          channel: 'email',
          kind: 'company',
        },
      },
    ]);
  });

  it('sends an invitation and a link for a new password, again until the mail server takes them', async () => {
    const started = test.clock.now;
    test.clock.now = new Date().toISOString();
    let refused = 0;
    behaviour.recipient = () => {
      refused += 1;
      return refused === 1 ? '451 Greylisted' : undefined;
    };
    const invited = { name: 'Nora New', email: 'nora@acme.example', role: 'agent' };
    const { id } = await (await test.send('POST', '/api/invitations', invited)).json();
    await expect
      .poll(() => test.json(`/api/invitations/${id}`))
      .toMatchObject({ sentAt: expect.stringMatching(/Z$/), problem: null });
    await test.send('POST', '/api/password-resets', { email: 'manager@acme.example' });
    const textTo = (address: string) =>
      smtp.emails.find(({ to }) => addressesOf(to).includes(address))?.text;
    await expect.poll(() => textTo('manager@acme.example')).toMatch(/\/password\/[0-9a-f]{32}/);
    expect(textTo('nora@acme.example')).toMatch(/\/invitation\/[0-9a-f]{32}/);
    expect(refused).toBe(3);
    test.clock.now = started;
  });

  it('fails an email with the mail server’s error when its address is rejected, and sends others', async () => {
    behaviour.recipient = (address) =>
      address.startsWith('unknown') ? '550 5.1.1 No such user here' : undefined;
    for (const id of ['unknown', 'known']) await newCustomer(test, id);
    const [rejected, accepted] = [await send(test, 'unknown'), await send(test, 'known')];
    await expectEmail(test, accepted.id, { state: 'sent', failedAttempts: 0 });
    await expectEmail(test, rejected.id, {
      state: 'failed',
      failedAttempts: 1,
      nextAttemptAt: null,
      problem: expect.stringContaining('550 5.1.1 No such user here'),
    });
    expect(await test.json('/api/customers/unknown')).toMatchObject({
      stage: 'created',
      tried: {},
    });
    behaviour.recipient = undefined;
    await test.send('PUT', `/api/emails/${rejected.id}`, { state: 'queued' });
    await expectEmail(test, rejected.id, { state: 'sent', problem: null });
  });

  it('retries a temporarily rejected email', async () => {
    let answers = 0;
    behaviour.recipient = () => (answers++ === 0 ? '451 4.7.1 Greylisted' : undefined);
    await newCustomer(test, 'grey');
    const { id } = await send(test, 'grey', 'file-upload');
    await expectEmail(test, id, { state: 'sent', failedAttempts: 1 });
    const filter = { customerId: 'grey', type: 'email.sent' };
    expect(await (await test.list('events', { filter })).json()).toMatchObject([
      { data: { emailId: id, template: 'file-upload', to: 'main' } },
    ]);
  });

  it('isn’t blocked by an email that the mail server accepts slowly', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    behaviour.accept = (mail) =>
      addressesOf(mail.to)[0]?.startsWith('slow') ? promise : undefined;
    for (const id of ['slow', 'quick']) await newCustomer(test, id);
    const slow = await send(test, 'slow');
    const quick = await send(test, 'quick');
    await expectEmail(test, quick.id, { state: 'sent' });
    expect(await test.json(`/api/emails/${slow.id}`)).toMatchObject({ state: 'queued' });
    resolve();
    await expectEmail(test, slow.id, { state: 'sent', failedAttempts: 0 });
  });

  it('sends one email when two agents send it at the same time', async () => {
    await newCustomer(test, 'pressed');
    const responses = await Promise.all([send(test, 'pressed'), send(test, 'pressed')]);
    const { id } = responses.find((response) => response.id);
    expect(responses.filter(({ status }) => status === 409)).toHaveLength(1);
    await expectEmail(test, id, { state: 'sent' });
    const arrived = smtp.emails.filter(({ to }) => addressesOf(to)[0]?.startsWith('pressed'));
    expect(arrived).toHaveLength(1);
  });

  it('escapes a malicious customer name in headers, text and HTML', async () => {
    await newCustomer(test, 'naughty', MALICIOUS);
    const { id } = await send(test, 'naughty');
    await expectEmail(test, id, { state: 'sent' });
    const mail = smtp.emails.find(({ to }) => addressesOf(to)[0]?.startsWith('naughty'));
    const shown = MALICIOUS.replace('\r\n', ' ');
    expect(mail?.headers.has('bcc')).toBe(false);
    expect(mail?.from?.value).toEqual([{ name: 'Acme Cards', address: 'support@acme.example' }]);
    expect(mail?.replyTo?.value[0]?.address).toBe('agent@acme.example');
    expect(mail?.to).toMatchObject({
      value: [{ name: shown, address: 'naughty@customer.example' }],
    });
    expect(mail?.messageId).toBe(`<${id}@acme.example>`);
    expect(mail?.subject).toBe(`Connect your accounting software for ${shown}`);
    expect(mail?.text?.replace(/\s+/g, ' ')).toContain(`accounting software for ${shown}.`);
    expect(mail?.html).not.toMatch(/<script|href="http:\/\/evil/);
    expect(mail?.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });
});

/** A mail server that never responds to the first email it receives. */
const openSilentSmtp = async () => {
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
  let silent = true;
  const smtp = await openSmtp({
    accept: () => {
      arrive();
      if (!silent) return;
      silent = false;
      return new Promise<void>(() => {});
    },
  });
  return { smtp, arrived };
};

it('sends an email once when the server is killed while sending, and fails it after the last attempt', async () => {
  const url = await createDatabase(inject('postgresUrl'), 'delivery_killed');
  const connection: Connection = await openPostgres(url, () => {});
  const test = await openTestApi(connection);
  const { smtp, arrived } = await openSilentSmtp();
  const start = () => spawn(process.execPath, ['tests/support/mailing-process.ts', url, smtp.url]);

  const unreachable = await startMailing(connection, 'smtp://127.0.0.1:1', 1);
  test.ports.mailer = unreachable.mailer;
  await newCustomer(test, 'hopeless');
  const { id: lost } = await send(test, 'hopeless');
  await expectEmail(test, lost, { state: 'failed', failedAttempts: 2, nextAttemptAt: null });
  await unreachable.stop();

  const killed = start();
  await newCustomer(test, 'customer');
  const { id } = await send(test, 'customer');
  await arrived;
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  expect(smtp.emails).toEqual([]);
  const next = start();
  onTestFinished(async () => {
    next.kill('SIGKILL');
    await smtp.close();
    await test.close();
  });
  await expectEmail(test, id, { state: 'sent', sentAt: expect.any(String) });
  expect(smtp.emails.map(({ messageId }) => messageId)).toEqual([`<${id}@acme.example>`]);
});
