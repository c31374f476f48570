import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ingest } from '../../src/database/ingest.ts';
import { emails, links } from '../../src/database/schema/index.ts';
import { addHours } from '../../src/journey/instant.ts';
import { DRIVERS, openOn, type TestApi } from '../support/api.ts';
import { company, connection, failure, webhookBody } from '../support/payloads.ts';
import { follow } from '../support/stream.ts';

const MALICIOUS = '<script>alert(1)</script>\r\nBcc: x@y.z';

describe.each(DRIVERS)('emails on $name', (driver) => {
  let test: TestApi;
  let customers = 0;

  beforeAll(async () => {
    test = await openOn(driver, 'emails');
  });
  afterEach(() => {
    // The next test starts in another minute, in which as many emails may be sent again.
    test.clock.now = addHours(test.clock.now, 1 / 30);
    expect(test.faults).toEqual([]);
  });
  afterAll(() => test.close());

  /** A new customer with a main contact, and other contacts as the tags say. */
  const newCustomer = async (tags: Record<string, string> = {}, name?: string) => {
    customers += 1;
    const id = `c-${customers}`;
    const contact = { contactName: 'Kofi Osei', contactEmail: `kofi@${id}.example` };
    const payload = { ...company(id, name), tags: { ...contact, ...tags } };
    await deliver('company.created', id, payload);
    return id;
  };
  const deliver = (eventType: string, id: string, payload: unknown) =>
    test.deliver(`${eventType}:${id}`, webhookBody({ eventType, payload }));

  const post = async (body: object, headers = {}, path = '/api/emails') => {
    const response = await test.send('POST', path, body, 'agent', headers);
    return { status: response.status, ...(await response.json()) };
  };
  const bulk = async (path: string, body: object, headers = {}) =>
    (await test.send('POST', `/api/emails/${path}`, body, 'agent', headers)).json();
  const count = async (customerId: string) =>
    (await test.database.select().from(emails).where(eq(emails.customerId, customerId))).length;

  it('are sent to the main contact with a link of their own', async () => {
    const customerId = await newCustomer();
    const response = await post({ customerId, template: 'link', note: 'Hello\r\nagain ' });
    expect(response).toMatchObject({
      status: 201,
      customerId,
      template: 'link',
      state: 'queued',
      note: 'Hello\nagain',
      toName: 'Kofi Osei',
      toEmail: `kofi@${customerId}.example`,
      toRole: 'main',
      createdById: test.personId('agent'),
      replyTo: 'agent@acme.example',
    });
    for (const hidden of ['html', 'text', 'idempotencyKey'])
      expect(response).not.toHaveProperty(hidden);
    expect(test.deliveries.queued).toContain(response.id);
    const [link] = await test.database.select().from(links).where(eq(links.id, response.linkId));
    expect(link).toMatchObject({ customerId, emailId: response.id });
    const { html, text } = await test.json(`/api/emails/${response.id}/content`, 'agent');
    for (const body of [html, text]) expect(body).toContain(`/l/${link?.token}`);
    expect(text).toContain('> Hello\n> again');
    expect(await test.json(`/api/customers/${customerId}`)).toMatchObject({ stage: 'created' });
  });

  it.each([
    ['administrator', 'administrator', 'ada@acme.example', 'administrator'],
    ['KOFI@C-%.example', 'link', 'kofi@c-%.example', 'main'],
    [undefined, 'administrator', 'ada@acme.example', 'administrator'],
  ])('go to %j with the template %s', async (to, template, toEmail, toRole) => {
    const customerId = await newCustomer({ administratorEmail: 'ada@acme.example' });
    const own = (text: string | undefined) => text?.replace('%', `${customers}`);
    const response = await post({ customerId, template, to: own(to) });
    expect(response).toMatchObject({ status: 201, toEmail: own(toEmail), toRole });
  });

  it('go to nobody but a contact: a new address is added to the contacts first', async () => {
    const customerId = await newCustomer();
    const body = { customerId, template: 'administrator', to: 'ada@new.example', force: true };
    const refused = await post(body);
    const sentence =
      'ada@new.example isn’t a contact of this customer. Add it to the contacts first.';
    expect(refused).toMatchObject({ status: 422, message: sentence, errors: { to: sentence } });
    expect(await post(body, {}, '/api/emails/preview')).toMatchObject({
      obstacle: 'not_a_contact',
      problem: sentence,
    });
    expect(await count(customerId)).toBe(0);
    const administrator = { name: null, email: 'ada@new.example', phone: null };
    await test.send(
      'PUT',
      `/api/customers/${customerId}`,
      { contacts: { administrator } },
      'agent',
    );
    expect(await post(body)).toMatchObject({ status: 201, toRole: 'administrator' });
    const filter = { customerId, resource: 'customers', action: 'edit' };
    expect(await (await test.list('activity', { filter })).json()).toMatchObject([
      { actorId: test.personId('agent'), details: { contacts: { administrator } } },
    ]);
  });

  it('to an address that is no longer a contact’s can’t be sent again', async () => {
    const customerId = await newCustomer();
    const { id } = await post({ customerId, template: 'link' });
    const before = { state: 'failed', toRole: null, toEmail: 'someone@else.example' } as const;
    await test.database.update(emails).set(before).where(eq(emails.id, id));
    const again = () => test.send('PUT', `/api/emails/${id}`, { state: 'queued' }, 'agent');
    expect((await again()).status).toBe(409);
    const contact = { contactEmail: 'someone@else.example' };
    await test.send('PUT', `/api/customers/${customerId}`, contact, 'agent');
    expect((await again()).status).toBe(200);
  });

  it('are at most thirty a minute by one person, however many are sent at once', async () => {
    const customerId = await newCustomer();
    const body = { customerId, template: 'guide', force: true };
    const responses = await Promise.all(
      Array.from({ length: 40 }, () => test.send('POST', '/api/emails', body, 'manager')),
    );
    const accepted = responses.filter(({ status }) => status === 201);
    const refused = responses.filter(({ status }) => status === 429);
    expect([accepted.length, refused.length]).toEqual([30, 10]);
    for (const response of refused) {
      expect(response.headers.get('retry-after')).toBe('60');
      expect((await response.json()).message).toBe(
        'You can send 30 emails within a minute. Try again in 60 seconds.',
      );
    }
    expect(await count(customerId)).toBe(30);
    expect((await post(body)).status).toBe(201);
    const many = { customerIds: [await newCustomer()], template: 'guide' };
    expect((await test.send('POST', '/api/emails/bulk', many, 'manager')).status).toBe(200);
    test.clock.now = addHours(test.clock.now, 1 / 60);
    expect((await test.send('POST', '/api/emails', body, 'manager')).status).toBe(201);
  });

  it.each([
    [false, 300, 'You can send 300 emails within 24 hours. Try again in 23 hours.'],
    [true, 2000, 'You can send 2,000 emails in bulk within 24 hours. Try again in 23 hours.'],
  ])('when bulk is %s are at most %i a day by one person', async (many, most, message) => {
    const [customerId, other] = [await newCustomer(), await newCustomer()];
    const { id } = await post({ customerId, template: 'guide' });
    const [sent] = await test.database.select().from(emails).where(eq(emails.id, id));
    if (!sent) throw new Error('The email is missing.');
    const createdAt = addHours(test.clock.now, -1);
    const author = { createdById: test.personId('admin'), bulk: many, createdAt };
    const earlier = Array.from({ length: most - 1 }, () => ({
      ...{ ...sent, ...author, id: crypto.randomUUID() },
    }));
    await test.database.insert(emails).values(earlier);
    const send = async (ids: string[]) => {
      const body = many ? { customerIds: ids } : { customerId: ids[0] };
      const path = many ? '/api/emails/bulk' : '/api/emails';
      return test.send('POST', path, { ...body, template: 'guide' });
    };
    if (many) expect((await send([await newCustomer(), other])).status).toBe(429);
    expect((await send([other])).status).toBeLessThan(300);
    const refused = await send([await newCustomer()]);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, String(23 * 3600)]);
    expect((await refused.json()).message).toBe(message);
    await test.database.delete(emails).where(eq(emails.createdById, test.personId('admin')));
  });

  it('are rejected and not stored if the contact has no address', async () => {
    for (const administratorEmail of ['', 'x@y.z\r\nBcc: a@b.c']) {
      const customerId = await newCustomer({ administratorName: 'Ada', administratorEmail });
      const response = await post({ customerId, template: 'administrator', force: true });
      expect(response.status).toBe(422);
      expect(response.errors.to).toContain('contact (Ada) has no email address');
      expect(await count(customerId)).toBe(0);
    }
  });

  it('can be searched by their customer’s name', async () => {
    const customerId = await newCustomer({}, 'Quarry Lane Dental');
    const { id } = await post({ customerId, template: 'reconnect' });
    const found = await test.json(`/api/emails?filter=${encodeURIComponent('{"q":"lane DENT"}')}`);
    expect(found).toMatchObject([{ id }]);
    expect(found).toHaveLength(1);
  });

  it('are not sent twice within ten minutes unless forced', async () => {
    const customerId = await newCustomer();
    const body = { customerId, template: 'link' };
    const first = await post(body);
    test.clock.now = addHours(test.clock.now, 9 / 60);
    const refused = await post(body);
    expect(refused).toMatchObject({ status: 409, code: 'sent_recently', lastAt: first.createdAt });
    expect(refused.message).toContain(first.createdAt.slice(11, 16));
    expect((await post({ ...body, template: 'guide' })).status).toBe(201);
    expect((await post({ ...body, force: true })).status).toBe(201);
    test.clock.now = addHours(test.clock.now, 10 / 60);
    expect((await post(body)).status).toBe(201);
  });

  it('can be sent again at once after a failure', async () => {
    const customerId = await newCustomer();
    const { id } = await post({ customerId, template: 'link' });
    await test.database.update(emails).set({ state: 'failed' }).where(eq(emails.id, id));
    expect((await post({ customerId, template: 'link' })).status).toBe(201);
  });

  it('are sent once if several agents send at the same time', async () => {
    const customerId = await newCustomer();
    const press = () => post({ customerId, template: 'link' });
    const statuses = (await Promise.all([press(), press(), press()])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([201, 409, 409]);
    expect(await count(customerId)).toBe(1);
  });

  it('are sent once for requests with the same idempotency key, even simultaneous ones', async () => {
    const customerId = await newCustomer();
    const body = { customerId, template: 'link', to: 'main' };
    const key = { 'idempotency-key': `key of ${customerId}` };
    const responses = await Promise.all([post(body, key), post(body, key)]);
    responses.push(await post(body, key));
    expect(new Set(responses.map(({ id }) => id)).size).toBe(1);
    expect(await count(customerId)).toBe(1);
    for (const other of [{ template: 'guide' }, { note: 'x' }, { to: 'a@b.example' }])
      expect((await post({ ...body, ...other }, key)).status).toBe(422);
    expect((await post({ ...body, customerId: await newCustomer() }, key)).status).toBe(422);
    const another = await test.send('POST', '/api/emails', { ...body, force: true }, 'admin', key);
    expect(another.status).toBe(201);
  });

  it('are refused for a connected customer and a closed journey', async () => {
    const connected = await newCustomer();
    const linked = connection(connected, { status: 'Linked' });
    await deliver('connection.connected', connected, linked);
    const refused = await post({ customerId: connected, template: 'reminder' });
    expect(refused).toMatchObject({ status: 409, code: 'connected' });
    expect((await post({ customerId: connected, template: 'it' })).status).toBe(422);
    const closed = await newCustomer();
    const envelope = { occurredAt: test.clock.now, source: 'agent', actorId: null } as const;
    const close = {
      type: 'journey.closed',
      data: { reason: 'declined' },
      sourceId: closed,
    } as const;
    await ingest(test.database, [{ ...envelope, ...close, customerId: closed }], test.clock.now);
    expect(await post({ customerId: closed, template: 'link' })).toMatchObject({ code: 'closed' });
    expect((await post({ customerId: closed, template: 'link', force: true })).status).toBe(201);
  });

  it('are kept without SMTP and can be sent later', async () => {
    const { mailer } = test.ports;
    const customerId = await newCustomer();
    test.ports.mailer = null;
    const { id, state } = await post({ customerId, template: 'link' });
    expect(state).toBe('kept');
    expect(test.deliveries.queued).not.toContain(id);
    const put = (body: object) => test.send('PUT', `/api/emails/${id}`, body, 'agent');
    const refused = await put({ state: 'queued' });
    expect(refused.status).toBe(409);
    expect((await refused.json()).message).toContain('Email isn’t set up');
    test.ports.mailer = mailer;
    expect((await put({ state: 'sent' })).status).toBe(422);
    expect(await (await put({ state: 'queued' })).json()).toMatchObject({ state: 'queued' });
    await put({ state: 'queued' });
    expect(test.deliveries.queued.filter((queued) => queued === id)).toHaveLength(1);
  });

  it.each([
    [
      'its link is revoked',
      (_: string, linkId: string) =>
        test.send('PUT', `/api/links/${linkId}`, { revokedAt: test.clock.now }, 'agent'),
      'link no longer works',
    ],
    [
      'its link has expired',
      async () => {
        test.clock.now = addHours(test.clock.now, 91 * 24);
      },
      'link no longer works',
    ],
    [
      'the customer is connected',
      (id: string) => deliver('connection.connected', id, connection(id, { status: 'Linked' })),
      'already connected',
    ],
    [
      'the customer is deleted',
      (id: string) => deliver('company.deleted', id, company(id)),
      'deleted in Codat',
    ],
    [
      'the journey is closed',
      async (id: string) => {
        const { journeyId } = await test.json(`/api/customers/${id}`);
        await test.send(
          'POST',
          `/api/journeys/${journeyId}/close`,
          { reason: 'declined' },
          'agent',
        );
      },
      'Reopen it',
    ],
    [
      'someone sent the same again',
      (customerId: string) => post({ customerId, template: 'link' }),
      'less than 10 minutes ago',
    ],
  ])('can’t be sent again once %s', async (_, change, message) => {
    const customerId = await newCustomer();
    const { id, linkId } = await post({ customerId, template: 'link' });
    await test.database.update(emails).set({ state: 'failed' }).where(eq(emails.id, id));
    const { now } = test.clock;
    await change(customerId, linkId);
    const before = test.deliveries.queued.length;
    const response = await test.send('PUT', `/api/emails/${id}`, { state: 'queued' }, 'agent');
    test.clock.now = now;
    expect(response.status).toBe(409);
    expect((await response.json()).message).toContain(message);
    expect(test.deliveries.queued).toHaveLength(before);
  });

  it('can be previewed with what prevents sending, without being stored', async () => {
    const customerId = await newCustomer({ contactEmail: '' }, MALICIOUS);
    const preview = await post(
      { customerId, template: 'guide', note: '[x](http://evil.example) {{ 7 | times: 7 }}' },
      {},
      '/api/emails/preview',
    );
    expect(preview).toMatchObject({ status: 200, toName: 'Kofi Osei', toEmail: null });
    expect(preview).toMatchObject({
      obstacle: 'no_email',
      problem: expect.stringContaining('main'),
    });
    expect(preview.html).not.toContain('<script>');
    expect(preview.html).not.toContain('href="http://evil.example"');
    expect(preview.text).toContain('[x](http://evil.example) {{ 7 | times: 7 }}');
    expect(preview.text).toContain('http://unstuck.test/l/preview');
    expect(await count(customerId)).toBe(0);
  });

  it('mention the software and what went wrong', async () => {
    const customerId = await newCustomer();
    const errors = [failure('403', 'Only an administrator may connect')];
    await deliver('connection.created', customerId, connection(customerId));
    await deliver('connection.failed', customerId, connection(customerId, { errors }));
    const { text, subject } = await post(
      { customerId, template: 'link' },
      {},
      '/api/emails/preview',
    );
    expect(subject).toContain('Xero');
    expect(text).toContain('An admin needs to approve this.');
    expect(text).toContain('A Xero user who can connect apps');
    expect(text).toContain('https://help.codat.io/integrations/xero/overview');
  });

  it.each([
    ['501', 'Not supported', 'reminder', 'cannot_help'],
    ['503', 'The service is temporarily unavailable', 'reminder', 'cannot_help'],
    ['501', 'Not supported', 'link', 'cannot_help'],
    ['501', 'Not supported', 'file-upload', null],
    ['403', 'User cancelled', 'reminder', null],
  ])(
    'after a failure with %s “%s”, the %s email meets the obstacle %s, alone as in bulk',
    async (statusCode, text, template, obstacle) => {
      const customerId = await newCustomer();
      const errors = [failure(statusCode, text)];
      await deliver('connection.created', customerId, connection(customerId));
      await deliver('connection.failed', customerId, connection(customerId, { errors }));
      const preview = await post({ customerId, template }, {}, '/api/emails/preview');
      expect(preview.obstacle).toBe(obstacle);
      const [row] = await bulk('bulk-preview', { customerIds: [customerId], template });
      expect(row.skip).toBe(obstacle);
      const sent = await post({ customerId, template });
      expect(sent).toMatchObject(obstacle ? { status: 409, code: obstacle } : { status: 201 });
      if (obstacle) expect((await post({ customerId, template, force: true })).status).toBe(201);
    },
  );

  it('go to many customers, with the reason for each one skipped', async () => {
    const [good, silent, recent, connected] = [
      await newCustomer(),
      await newCustomer({ contactEmail: '' }),
      await newCustomer(),
      await newCustomer(),
    ];
    await post({ customerId: recent, template: 'reminder' });
    const linked = connection(connected, { status: 'Linked' });
    await deliver('connection.connected', connected, linked);
    const unsupported = await newCustomer();
    const errors = [failure('501', 'Not supported')];
    await deliver('connection.created', unsupported, connection(unsupported));
    await deliver('connection.failed', unsupported, connection(unsupported, { errors }));
    const customerIds = [good, silent, recent, connected, unsupported, good];
    const body = { customerIds, template: 'reminder' };
    const expected = [null, 'no_email', 'sent_recently', 'connected', 'cannot_help'];
    const preview = await bulk('bulk-preview', body);
    expect(preview.map((row: { skip: string }) => row.skip)).toEqual(expected);
    expect(preview[0]).toMatchObject({ customerId: good, toName: 'Kofi Osei', emailId: null });
    expect(await count(good)).toBe(0);
    const key = { 'idempotency-key': `bulk of ${good}` };
    const sent = await bulk('bulk', body, key);
    expect(sent.map((row: { skip: string }) => row.skip)).toEqual(expected);
    expect(sent.filter((row: { emailId: string | null }) => row.emailId)).toHaveLength(1);
    expect(await bulk('bulk', body, key)).toEqual(sent);
    expect(await bulk('bulk', { ...body, template: 'guide' }, key)).toMatchObject({ status: 422 });
    expect(await count(good)).toBe(1);
    expect((await bulk('bulk', body))[0]).toMatchObject({ skip: 'sent_recently', emailId: null });
  });

  it('can be the recommended one for each of many customers', async () => {
    const [refused, connected] = [
      await newCustomer({ administratorEmail: 'ada@acme.example' }),
      await newCustomer(),
    ];
    const errors = [failure('403', 'Only an administrator may connect')];
    await deliver('connection.created', refused, connection(refused));
    await deliver('connection.failed', refused, connection(refused, { errors }));
    const linked = connection(connected, { status: 'Linked' });
    await deliver('connection.connected', connected, linked);
    const body = { customerIds: [refused, connected], template: 'next' };
    expect(await bulk('bulk', body)).toMatchObject([
      { template: 'administrator', toEmail: 'ada@acme.example', emailId: expect.any(String) },
      { skip: 'cannot_help', detail: expect.any(String), emailId: null },
    ]);
  });

  it('update open pages', async () => {
    const customerId = await newCustomer();
    const stream = await follow(test, 'manager');
    await post({ customerId, template: 'link' });
    await stream.skipTo('emails');
    await stream.leave();
  });
});
