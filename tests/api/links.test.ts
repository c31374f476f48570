import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addLink } from '../../src/database/links/links.ts';
import { addHours } from '../../src/journey/instant.ts';
import { DRIVERS, NOW, ORIGIN, openOn, type TestApi } from '../support/api.ts';
import { company, webhookBody } from '../support/payloads.ts';

describe.each(DRIVERS)('links on $name', (driver) => {
  let test: TestApi;

  beforeAll(async () => {
    test = await openOn(driver, 'links');
  });
  afterEach(() => {
    test.clock.now = NOW;
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  const newCustomer = async (): Promise<string> => {
    const id = crypto.randomUUID();
    const body = { eventType: 'company.created', payload: company(id) };
    await test.deliver(`created:${id}`, webhookBody(body));
    return id;
  };

  const requestLink = async (customerId: string) => {
    const response = await test.send('POST', '/api/links', { customerId }, 'agent');
    expect(response.status).toBe(201);
    return response.json();
  };

  it('a customer has one link to copy, even for concurrent requests', async () => {
    const id = await newCustomer();
    const asked = await Promise.all([requestLink(id), requestLink(id), requestLink(id)]);
    expect(new Set(asked.map((link) => link.id)).size).toBe(1);
    expect(asked[0]).toEqual({
      id: asked[0].id,
      customerId: id,
      emailId: null,
      createdById: test.personId('agent'),
      createdAt: NOW,
      revokedAt: null,
      openings: 0,
      lastOpenedAt: null,
      address: expect.stringMatching(new RegExp(`^${ORIGIN}/l/[0-9a-f]{32}$`)),
      expiresAt: addHours(NOW, 90 * 24),
    });
  });

  it('a revoked or expired link to copy is replaced, and a link in an email is never copied', async () => {
    const id = await newCustomer();
    const emailId = crypto.randomUUID();
    const emailed = await addLink(
      test.database,
      { customerId: id, emailId, createdById: test.personId('agent') },
      NOW,
    );
    const first = await requestLink(id);
    expect(first.id).not.toBe(emailed.id);
    const changed = await test.send('PUT', `/api/links/${first.id}`, { revokedAt: NOW }, 'agent');
    expect(await changed.json()).toMatchObject({ id: first.id, revokedAt: NOW });
    const second = await requestLink(id);
    expect(second.id).not.toBe(first.id);
    test.clock.now = addHours(NOW, 90 * 24);
    expect((await requestLink(id)).id).not.toBe(second.id);
    const all = await test.list('links', { filter: { customerId: id } });
    expect(await all.json()).toHaveLength(4);
  });

  it('sharing a link manually invites the customer, and counts once a minute per user', async () => {
    const id = await newCustomer();
    const share = (role: 'agent' | 'manager' = 'agent') =>
      test.request(`/api/customers/${id}/link-shared`, { method: 'POST' }, role);
    const [one, other] = await Promise.all([share(), share()]);
    for (const response of [one, other]) {
      expect(response.status).toBe(201);
      expect(await response.json()).toMatchObject({ id, stage: 'invited', lastSentAt: NOW });
    }
    await share('manager');
    test.clock.now = addHours(NOW, 1 / 60);
    expect(await (await share()).json()).toMatchObject({ lastSentAt: test.clock.now });
    const sent = await test.list('events', { filter: { customerId: id, type: 'link.sent' } });
    const events = await sent.json();
    expect(events.map((event: { actorId: string }) => event.actorId).sort()).toEqual(
      [test.personId('agent'), test.personId('agent'), test.personId('manager')].sort(),
    );
    for (const event of events)
      expect(event).toMatchObject({
        source: 'agent',
        data: { channel: 'shared', kind: 'company' },
      });
    expect((await test.request('/api/customers/x/link-shared', { method: 'POST' })).status).toBe(
      404,
    );
    const signedOut = await test.request(
      `/api/customers/${id}/link-shared`,
      { method: 'POST' },
      null,
    );
    expect(signedOut.status).toBe(401);
  });

  it('customer pages show the workspace’s name and support contact', async () => {
    const id = await newCustomer();
    const path = (await requestLink(id)).address.replace(ORIGIN, '');
    const shown = async (address: string) => (await test.request(address, {}, null)).text();
    expect(await shown(path)).toContain('Our team');
    const settings = {
      senderName: 'Acme <Cards>',
      supportEmail: 'help@acme.example',
      supportPhone: '+44 20 7946 0000',
    };
    const saved = await test.send('PUT', '/api/workspace-settings/workspace', settings);
    expect(await saved.json()).toMatchObject({ id: 'workspace', linkDays: 90, ...settings });
    expect(await shown(path)).toContain('<bdi>Acme &lt;Cards&gt;</bdi>');
    const lost = await shown('/l/nobody');
    for (const text of ['Acme &lt;Cards&gt;', 'help@acme.example', 'tel:+442079460000'])
      expect(lost).toContain(text);
  });

  it('the preview shows a link page with other settings without storing them', async () => {
    const before = await test.json('/api/workspace-settings/workspace');
    const changes = new URLSearchParams({ senderName: 'Quarry Cards', supportPhone: 'no number' });
    const response = await test.request(`/api/link-page-preview?${changes}`, {}, 'agent');
    const page = await response.text();
    expect(page).toContain('Quarry Cards');
    expect(page).toContain('What you’ll need for Oracle NetSuite');
    expect(page).not.toContain('no number');
    expect(await test.json('/api/workspace-settings/workspace')).toEqual(before);
    const unfinished = await test.request('/api/link-page-preview?senderName=', {}, 'agent');
    expect(await unfinished.text()).toContain(before.senderName.replace('<', '&lt;').split('>')[0]);
  });
});
