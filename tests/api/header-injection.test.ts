import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emails, users } from '../../src/database/schema/index.ts';
import { messageOf } from '../../src/email/outcome.ts';
import { createSmtpTransport, type SmtpTransport } from '../../src/email/smtp-transport.ts';
import { openTestApi, type TestApi } from '../support/api.ts';
import { company, webhookBody } from '../support/payloads.ts';
import { openSmtp, type Smtp } from '../support/smtp.ts';
import { openStarted } from '../support/template.ts';

/** Ways to end a header and begin another, or to name a second recipient. */
const ATTACKS = [
  'Kofi\r\nBcc: thief@evil.example',
  'Kofi\nBcc: thief@evil.example',
  'Kofi\rBcc: thief@evil.example',
  'Kofi\r\n\r\n<script>alert(1)</script>',
  'Kofi\u2028Bcc: thief@evil.example',
  'Kofi\u0085Bcc: thief@evil.example',
  'Kofi\u000bBcc: thief@evil.example',
  'Kofi%0d%0aBcc: thief@evil.example',
  'Kofi" <thief@evil.example>, "Kofi',
  'thief@evil.example, Kofi',
  '=?utf-8?q?=0d=0aBcc:_thief=40evil.example?=',
];

/** Line breaks of any alphabet, which texts of one line are refused with. */
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]/u;

const RECIPIENT = 'kofi@customer.example';

describe('headers of emails can’t be injected', () => {
  let test: TestApi;
  let smtp: Smtp;
  let transport: SmtpTransport;
  let customers = 0;

  beforeAll(async () => {
    test = await openTestApi(await openStarted());
    smtp = await openSmtp();
    transport = createSmtpTransport({ url: smtp.url, from: 'Acme <support@acme.example>' });
  });
  beforeEach(() => {
    test.clock.now = new Date(Date.parse(test.clock.now) + 120_000).toISOString();
  });
  afterAll(async () => {
    transport.close();
    await smtp.close();
    await test.close();
    expect(test.faults).toEqual([]);
  });

  const newCustomer = async (name: string, contactName: string) => {
    customers += 1;
    const id = `customer-${customers}`;
    const payload = { ...company(id, name), tags: { contactName, contactEmail: RECIPIENT } };
    await test.deliver(id, webhookBody({ eventType: 'company.created', payload }));
    return id;
  };

  /** Sends the customer an email by SMTP and returns it as the mail server got it. */
  const receive = async (customerId: string) => {
    const body = { customerId, template: 'link', force: true };
    const sent = await test.send('POST', '/api/emails', body, 'agent');
    expect(sent.status).toBe(201);
    const { id } = await sent.json();
    const [email] = await test.database.select().from(emails).where(eq(emails.id, id));
    if (!email) throw new Error('The email is missing.');
    expect(await transport.send(messageOf(email))).toEqual({ sent: true });
    const [mail, source = ''] = [smtp.emails.at(-1), smtp.sources.at(-1)];
    return { mail, head: source.slice(0, source.indexOf('\r\n\r\n')) };
  };

  /** One recipient, one reply address, and none of the headers that were smuggled in. */
  const expectClean = ({ mail, head }: Awaited<ReturnType<typeof receive>>) => {
    expect([mail?.to].flat().flatMap((to) => to?.value ?? [])).toMatchObject([
      { address: RECIPIENT },
    ]);
    expect(mail?.replyTo?.value).toMatchObject([{ address: 'agent@acme.example' }]);
    expect([mail?.cc, mail?.bcc]).toEqual([undefined, undefined]);
    expect(head).not.toMatch(/^(bcc|cc):/im);
  };

  it.each(ATTACKS)('through the name of a customer or a contact: %j', async (text) => {
    expectClean(await receive(await newCustomer(text, 'Kofi')));
    expectClean(await receive(await newCustomer('Acme', text)));
  });

  it.each(ATTACKS)('through the name of a colleague or of the company: %j', async (text) => {
    const id = await newCustomer('Acme', 'Kofi');
    const { personId } = test;
    await test.database
      .update(users)
      .set({ name: text })
      .where(eq(users.id, personId('agent')));
    const named = await test.send('PUT', '/api/workspace-settings/workspace', { senderName: text });
    expect(named.status).toBe(BREAKS.test(text) ? 422 : 200);
    expectClean(await receive(id));
  });

  it.each(ATTACKS)('through the subject of a template: %j', async (text) => {
    const id = await newCustomer('Acme', 'Kofi');
    const subject = `${text} {{ customer.name }}`;
    const saved = await test.send('PUT', '/api/email-templates/link', { subject });
    expect(saved.status).toBe(BREAKS.test(text) ? 422 : 200);
    expectClean(await receive(id));
  });

  it.each(ATTACKS)('through the recipient or a contact’s address: %j', async (text) => {
    const id = await newCustomer('Acme', 'Kofi');
    for (const to of [text, `kofi@customer.example${text.slice(4)}`, `${RECIPIENT},${text}`]) {
      const body = { customerId: id, template: 'link', to, force: true };
      expect((await test.send('POST', '/api/emails', body, 'agent')).status).toBe(422);
      const changed = await test.send('PUT', `/api/customers/${id}`, { contactEmail: to }, 'agent');
      if (changed.status === 200)
        expect((await changed.json()).contactEmail).toMatch(/^[^\s,<>"]+@[^\s,<>"@]+$/);
      else expect(changed.status).toBe(422);
    }
  });
});
