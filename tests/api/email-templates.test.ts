import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emailTemplates } from '../../src/database/schema/index.ts';
import { seedTemplates } from '../../src/email/seed.ts';
import { DEFAULT_TEXTS } from '../../src/email/templates/templates.ts';
import { DRIVERS, openOn, type TestApi } from '../support/api.ts';
import { company, webhookBody } from '../support/payloads.ts';

const TEXT = { subject: 'For {{ customer.name }}', body: '{{ greeting }}: {{ link.url }}' };

describe.each(DRIVERS)('email templates on $name', (driver) => {
  let test: TestApi;

  const send = async (
    method: string,
    path: string,
    body: object,
    role: 'admin' | 'agent' = 'admin',
  ) => {
    const response = await test.send(method, `/api/email-templates/${path}`, body, role);
    return { status: response.status, ...(await response.json()) };
  };

  beforeAll(async () => {
    test = await openOn(driver, 'email_templates');
    const payload = {
      ...company('customer', 'Ada & Co'),
      tags: { contactName: 'Ada Byron', contactEmail: 'a@b.example' },
    };
    await test.deliver('created', webhookBody({ eventType: 'company.created', payload }));
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  it('keep changes until they are reset, and update with the app while unchanged', async () => {
    const changed = await send('PUT', 'link', TEXT);
    expect(changed).toMatchObject({ ...TEXT, changedById: test.personId('admin') });
    expect(changed.changedAt).toBe(test.clock.now);
    await test.database
      .update(emailTemplates)
      .set({ subject: 'From an older version' })
      .where(eq(emailTemplates.id, 'guide'));
    await seedTemplates(test.database);
    expect(await test.json('/api/email-templates/link')).toMatchObject(TEXT);
    expect(await test.json('/api/email-templates/guide')).toMatchObject(DEFAULT_TEXTS.guide);
    const body = { customerId: 'customer', template: 'link' };
    const written = await (await test.send('POST', '/api/emails', body)).json();
    expect(written.subject).toBe('For Ada & Co');
    const reset = { ...DEFAULT_TEXTS.link, changedAt: null, changedById: null };
    expect(await send('POST', 'link/reset', {})).toMatchObject({ status: 200, ...reset });
  });

  it('are rejected with the error, its line and the available placeholders', async () => {
    const faulty = { ...TEXT, body: `Hello\n{{ nobody }} {{ link.url }}` };
    for (const [method, path] of [
      ['PUT', 'link'],
      ['POST', 'link/preview'],
      ['POST', 'link/test'],
    ] as const) {
      const response = await send(method, path, faulty);
      expect(response).toMatchObject({ status: 422, title: 'Unprocessable Content' });
      expect(response.errors).toEqual({
        body: expect.stringContaining('Line 2: unknown placeholder'),
      });
      expect(response.message).toContain('customer.name, customer.started, agent.name');
    }
    expect(await test.json('/api/email-templates/link')).toMatchObject(DEFAULT_TEXTS.link);
  });

  it('can be previewed for a customer or with sample data', async () => {
    expect(await send('POST', 'link/preview', TEXT)).toMatchObject({
      subject: 'For Brennan & Osei LLP',
      text: expect.stringContaining('Hello Kofi: http://unstuck.test/l/preview'),
    });
    const preview = { ...TEXT, customerId: 'customer' };
    expect(await send('POST', 'link/preview', preview)).toMatchObject({
      subject: 'For Ada & Co',
      text: expect.stringContaining('Hello Ada'),
    });
    expect(await send('POST', 'link/preview', { ...preview, customerId: 'nobody' })).toMatchObject({
      status: 422,
      errors: { customerId: expect.stringContaining('No customer') },
    });
    expect((await send('POST', 'nothing/preview', TEXT)).status).toBe(404);
  });

  it('can be sent as a test to the editor only', async () => {
    expect(await send('POST', 'link/test', TEXT)).toMatchObject({ to: 'admin@acme.example' });
    expect(test.deliveries.sent).toMatchObject([
      { to: { address: 'admin@acme.example' }, subject: 'For Brennan & Osei LLP' },
    ]);
    test.deliveries.answer = { sent: false, problem: '535 Wrong password', permanent: false };
    const refused = await send('POST', 'link/test', TEXT);
    expect(refused).toMatchObject({ status: 502, message: expect.stringContaining('535 Wrong') });
    const { mailer } = test.ports;
    test.ports.mailer = null;
    const without = await send('POST', 'link/test', TEXT);
    expect(without).toMatchObject({
      status: 409,
      message: expect.stringContaining('Email isn’t set up'),
    });
    test.ports.mailer = mailer;
  });

  it('can be changed by administrators only, and read by everyone with the placeholders', async () => {
    for (const path of ['link/reset', 'link/preview', 'link/test'])
      expect((await send('POST', path, TEXT, 'agent')).status).toBe(403);
    const placeholders = await test.json('/api/email-templates/placeholders', 'agent');
    expect(placeholders).toContainEqual({
      name: 'link.url',
      meaning: expect.any(String),
      written: '{{ link.url }}',
    });
  });
});
