import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NASTY_STRINGS, UNSTORABLE } from '../nasty/strings.ts';
import { DRIVERS, LINK_EVENTS_KEY, NOW, openOn, type TestApi } from '../support/api.ts';
import { company, connection, failure, webhookBody } from '../support/payloads.ts';
import { textIn, unsafeIn } from '../support/unsafe-html.ts';

const ALL = [...NASTY_STRINGS, ...UNSTORABLE];
const MANY = { range: [0, 999] };

const idOf = (index: number): string => `nasty-${index}`;

/** What the database stores of a text that Codat sends. */
const stored = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/** What emails show of a text: no control characters, and neither of two characters that mark values. */
const shown = (text: string): string => text.replaceAll(/[\ufdd0\ufdd1]/g, '');

describe.each(DRIVERS)('nasty strings on $name', (driver) => {
  let test: TestApi;

  /** Some of each kind with their places, others on each database and from each start on: all came by webhooks already. */
  const some = (texts: readonly string[], start = driver.name.length): [number, string][] =>
    [...texts.entries()].filter(([index]) => (index + start) % 4 === 0);

  const deliver = async (id: string, eventType: string, payload: unknown): Promise<void> => {
    const body = webhookBody({ eventType, payload });
    // On a busy machine others may go first, so that Codat has to send it again.
    let status = 503;
    for (let attempts = 0; status === 503 && attempts < 10; attempts += 1)
      ({ status } = await test.deliver(id, body));
    expect(status, id).toBe(204);
  };

  /** Sends a string in every text of Codat’s webhooks. */
  const tell = async (text: string, index: number): Promise<void> => {
    const id = idOf(index);
    const described = {
      ...company(id, text),
      description: text,
      tags: { [text]: text, contactName: text, contactEmail: text, administratorName: text },
    };
    await deliver(`${id}-company`, 'company.created', described);
    const error = { ...failure(text, text), errorMessage: text };
    const failed = connection(id, { errors: [error], name: 'Xero' });
    const payload = { ...failed, referenceCompany: described };
    await deliver(`${id}-failed`, 'connection.failed', payload);
    const bank = { connectionId: `${id}-bank`, sourceType: 'Banking', name: text };
    await deliver(`${id}-bank`, 'connection.created', connection(id, bank));
    if (UNSTORABLE.includes(text)) await deliver(`${id}-odd`, text || 'x', { [text]: text });
  };

  beforeAll(async () => {
    test = await openOn(driver, 'nasty_strings');
    for (let at = 0; at < ALL.length; at += 5)
      await Promise.all(ALL.slice(at, at + 5).map((text, index) => tell(text, at + index)));
  }, 300_000);
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  const customers = async () => {
    const rows = await (await test.list('customers', MANY)).json();
    return new Map<string, Record<string, unknown>>(
      rows.map((row: { id: string }) => [row.id, row]),
    );
  };

  it('come back from Codat’s webhooks as they were', async () => {
    const rows = await customers();
    ALL.forEach((text, index) => {
      const kept = stored(text);
      expect(rows.get(idOf(index)), text).toMatchObject({
        name: kept,
        description: kept,
        contacts: kept ? { administrator: { name: kept } } : {},
      });
    });
    const attempts = await (await test.list('attempts', MANY)).json();
    expect(attempts).toHaveLength(ALL.length);
  });

  it('come back from the Link SDK as they were', async () => {
    const [id] = [idOf(0)];
    for (const [index, text] of some(ALL)) {
      const response = await test.request(
        '/api/link-events',
        {
          method: 'POST',
          headers: {
            authorization: `Bearer ${LINK_EVENTS_KEY}`,
            'content-type': 'application/json',
          },
          body: JSON.stringify({
            ...{ id: `sdk-${index}`, companyId: id, type: 'onError', occurredAt: NOW },
            ...{ connectionId: `${id}-connection`, message: text, errorCode: text },
          }),
        },
        null,
      );
      expect(response.status, text).toBeLessThan(text.length > 10_000 ? 500 : 300);
    }
  });

  it('come back from people’s fields as they were', async () => {
    for (const [index, text] of some(NASTY_STRINGS)) {
      const id = idOf(index);
      const named = await test.send('PUT', `/api/customers/${id}`, { contactName: text });
      // A name may not reorder the text around it.
      expect(named.status, text).toBe(/[\u202a-\u202e\u2066-\u2069]/.test(text) ? 422 : 200);
      if (named.ok) expect((await named.json()).contactName).toBe(text);
      const note = await test.send('POST', '/api/notes', { customerId: id, text });
      expect((await note.json()).text).toBe(text);
    }
    const settings = { senderName: NASTY_STRINGS[0] };
    expect((await test.send('PUT', '/api/workspace-settings/workspace', settings)).status).toBe(
      200,
    );
  });

  it('come back from a file of contacts as they were', async () => {
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const lines = NASTY_STRINGS.map((text, index) => `${idOf(index)},it,${cell(text)}`);
    const uploaded = await test.upload(
      'contact-imports',
      `Customer ID,Role,Name\n${lines.join('\n')}`,
    );
    const { id } = await uploaded.json();
    const imported = await (
      await test.list('contact-import-lines', { ...MANY, filter: { importId: id } })
    ).json();
    for (const { after, customerId } of imported) {
      const text = NASTY_STRINGS[Number(customerId?.split('-')[1])] ?? '';
      // One apostrophe before a formula is the guard of exports.
      if (after) expect([text, text.replace(/^'/, '')]).toContain(after.name);
    }
    expect(imported.length).toBeGreaterThanOrEqual(NASTY_STRINGS.length);
  });

  it('are found by search, filter and sort, or refused, but never break them', async () => {
    for (const text of ALL.filter((text, index) => index % 4 === 0 || UNSTORABLE.includes(text))) {
      for (const query of [
        { filter: { q: text } },
        { filter: { name: text } },
        { filter: { [text]: text } },
        { sort: [text, text] },
        { range: text },
      ])
        expect((await test.list('customers', query)).status, text).toBeLessThan(500);
      expect(
        (await test.request(`/api/customers/${encodeURIComponent(stored(text) || 'x')}`)).status,
        text,
      ).toBeLessThan(500);
    }
  });

  // What is shown depends on no database.
  if (driver.name === 'PostgreSQL') {
    it('show as themselves in emails, whose markup and headers they don’t change', async () => {
      for (const [index, text] of NASTY_STRINGS.entries()) {
        const reachable = { contactEmail: 'ada@acme.example' };
        await test.send('PUT', `/api/customers/${idOf(index)}`, reachable);
        const preview = await test.send('POST', '/api/emails/preview', {
          ...{ customerId: idOf(index), template: 'link', note: text },
        });
        expect(preview.status, text).toBe(200);
        const email = await preview.json();
        expect(unsafeIn(email.html), text).toEqual([]);
        expect(textIn(email.html).replaceAll(/\s+/g, ' ')).toContain(
          shown(text).trim().replaceAll(/\s+/g, ' '),
        );
        expect(email.subject).not.toMatch(/[\r\n]/);
        expect(email.html).not.toContain('>49<');
      }
    });

    it('show as themselves on customers’ pages', async () => {
      for (const [index, text] of NASTY_STRINGS.entries()) {
        const link = await (
          await test.send('POST', '/api/links', { customerId: idOf(index) })
        ).json();
        const response = await test.request(new URL(link.address).pathname, {}, null);
        const html = await response.text();
        expect(response.status).toBe(200);
        expect(unsafeIn(html), text).toEqual([]);
        expect(textIn(html)).toContain(text);
      }
    });
  }

  it('fail no field of any route', async () => {
    const { paths } = await test.json('/api/openapi.json');
    const tried: string[] = [];
    for (const [path, methods] of Object.entries<Record<string, Operation>>(paths))
      for (const [method, { requestBody }] of Object.entries(methods)) {
        const schema = requestBody?.content['application/json']?.schema;
        for (const field of Object.keys(schema?.properties ?? {})) {
          tried.push(`${method} ${path} ${field}`);
          for (const [, text] of some(UNSTORABLE, tried.length)) {
            const target = path.replace('{id}', idOf(0));
            const response = await test.send(method.toUpperCase(), target, { [field]: text });
            expect(response.status, `${method} ${path} ${field} ${text}`).toBeLessThan(500);
          }
        }
      }
    expect(tried.length).toBeGreaterThan(20);
  });
});

type Operation = {
  requestBody?: { content: Record<string, { schema?: { properties?: object } }> };
};
