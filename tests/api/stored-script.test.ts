import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EMAIL_TEMPLATES } from '../../src/journey/outreach.ts';
import { LINK_EVENTS_KEY, ORIGIN, openTestApi, type TestApi } from '../support/api.ts';
import { webhookBody } from '../support/payloads.ts';
import { openStarted } from '../support/template.ts';
import { unsafeIn } from '../support/unsafe-html.ts';

/** Texts that run as a script where one of the characters isn’t escaped, in text or in an attribute. */
const SCRIPTS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><svg onload=alert(1)>",
  '</title><script>alert(1)</script>',
  '</textarea></style><iframe srcdoc="<script>alert(1)</script>">',
  '[click](javascript:alert(1))',
  '<a href="javascript:alert(1)">click</a>',
  '{{ "<script>" }}{% raw %}<script>alert(1)</script>{% endraw %}',
  '<<b>script>alert(1)</script>',
  '<ScRiPt\n>alert(1)</sCrIpT>',
];

const AT = '2026-03-09T10:00:00.000Z';

describe('scripts in texts from Codat don’t run', () => {
  let test: TestApi;
  beforeAll(async () => {
    test = await openTestApi(await openStarted());
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  const deliver = (eventType: string, payload: object) =>
    test.deliver(crypto.randomUUID(), webhookBody({ eventType, payload }));

  /** A customer whose every text from Codat is the script, by webhooks and by callbacks. */
  const newCustomer = async (index: number, script: string): Promise<string> => {
    const id = `customer-${index}`;
    const reference = { id, name: script, description: script, tags: { note: script } };
    const contacts = {
      ...{ contactName: script, contactEmail: `kofi@customer.example`, contactPhone: script },
      ...{ administratorName: script, itName: script, itPhone: script },
      ...{ administratorEmail: 'ada@customer.example', itEmail: 'bo@customer.example' },
    };
    const created = { ...reference, tags: contacts, created: AT };
    expect((await deliver('company.created', created)).status).toBe(204);
    const connection = {
      ...{ id: `connection-${index}`, integrationKey: `k${index}`, platformName: script },
      ...{ status: 'PendingAuth', created: AT, sourceType: 'Accounting' },
      dataConnectionErrors: [
        { statusCode: script, statusText: script, errorMessage: script, erroredOnUtc: AT },
      ],
    };
    for (const eventType of ['connection.created', 'connection.failed'])
      expect((await deliver(eventType, { referenceCompany: reference, connection })).status).toBe(
        204,
      );
    for (const type of ['onConnectionStarted', 'onError']) {
      const callback = {
        ...{ id: `${type}-${script}`.slice(0, 200), companyId: id, type, occurredAt: AT },
        ...{ connectionId: connection.id, integrationKey: `k${index}`, platformName: script },
        ...{ message: script, correlationId: script, errorCode: script },
      };
      const authorization = `Bearer ${LINK_EVENTS_KEY}`;
      const sent = await test.send('POST', '/api/link-events', callback, 'agent', {
        authorization,
      });
      expect(sent.status).toBe(202);
    }
    return id;
  };

  it.each(SCRIPTS.map((script, index) => [script, index] as const))(
    'on pages and in emails: %j',
    async (script, index) => {
      const id = await newCustomer(index, script);
      const link = await test.send('POST', '/api/links', { customerId: id }, 'agent');
      const path = (await link.json()).address.replace(ORIGIN, '');
      const pages = [
        path,
        `/return?journey=${path.slice(3)}&statusCode=500&statusText=${encodeURIComponent(script)}&platform=${encodeURIComponent(script)}`,
        `/l/${encodeURIComponent(script)}`,
      ];
      for (const page of pages) {
        const response = await test.request(page, {}, null);
        expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
        expect(unsafeIn(await response.text())).toEqual([]);
      }
      for (const template of EMAIL_TEMPLATES) {
        const body = { customerId: id, template, note: script };
        const response = await test.send('POST', '/api/emails/preview', body, 'agent');
        const { html, subject } = await response.json();
        expect(response.status).toBe(200);
        expect(unsafeIn(html)).toEqual([]);
        expect(subject).not.toMatch(/[\r\n]/);
      }
      for (const read of ['customers', 'events', 'attempts', 'software', 'deliveries']) {
        const response = await test.request(`/api/${read}`);
        expect(response.headers.get('content-type')).toMatch(/^application\/json/);
      }
    },
  );
});
