import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliveries } from '../../src/database/schema/index.ts';
import { DRIVERS, openOn, type TestApi } from '../support/api.ts';
import { company, webhookBody } from '../support/payloads.ts';
import { signedDelivery, WEBHOOK_SECRET } from '../support/webhooks.ts';

const NEW_SECRET = `whsec_${btoa('the secret after the rotation')}`;
const FORMER_SECRET = `whsec_${btoa('a secret that was removed')}`;

const body = (id: string) => webhookBody({ eventType: 'company.created', payload: company(id) });

const signatureOf = (init: RequestInit): string =>
  new Headers(init.headers).get('webhook-signature') ?? '';

describe.each(DRIVERS)('webhooks during a rotation of their secret, on $name', (driver) => {
  let test: TestApi;
  const ask = async (init: RequestInit) =>
    (await test.request('/webhooks/codat', init, null)).status;
  const lastSecret = async () => (await test.json('/api/codat-settings/codat')).lastSecret;

  beforeAll(async () => {
    test = await openOn(driver, 'webhook_secrets', {
      webhookSecrets: [NEW_SECRET, WEBHOOK_SECRET],
    });
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  it('are accepted with either secret, and the settings say which one signed the last', async () => {
    expect(await test.json('/api/codat-settings/codat')).toMatchObject({
      webhooks: true,
      webhookSecrets: 2,
      lastSecret: null,
    });
    expect(await ask(signedDelivery('old', body('old')))).toBe(204);
    expect(await lastSecret()).toBe(2);
    test.clock.now = new Date(Date.parse(test.clock.now) + 1000).toISOString();
    expect(await ask(signedDelivery('new', body('new'), new Date(), NEW_SECRET))).toBe(204);
    expect(await lastSecret()).toBe(1);
    const stored = await test.database.select().from(deliveries);
    expect(JSON.stringify(stored)).not.toContain('whsec_');
  });

  it('may carry the signatures of both', async () => {
    const [old, current] = [WEBHOOK_SECRET, NEW_SECRET].map((secret) =>
      signedDelivery('both', body('both'), new Date(), secret),
    );
    const signatures = [old, current].map((one) => signatureOf(one ?? {})).join(' ');
    const headers = new Headers(old?.headers);
    headers.set('webhook-signature', signatures);
    expect(await ask({ ...old, headers })).toBe(204);
  });

  it('change nothing when they are replayed, whichever secret signs them', async () => {
    const replayed = signedDelivery('replayed', body('replayed'));
    expect(await ask(replayed)).toBe(204);
    const before = await test.database.select().from(deliveries);
    expect(await ask(replayed)).toBe(204);
    expect(await ask(signedDelivery('replayed', body('replayed'), new Date(), NEW_SECRET))).toBe(
      204,
    );
    expect(await test.database.select().from(deliveries)).toEqual(before);
  });

  it.each([
    ['with a removed secret', () => signedDelivery('a', body('forged'), new Date(), FORMER_SECRET)],
    ['for another body', () => ({ ...signedDelivery('b', body('forged')), body: body('swapped') })],
    [
      'with each half of a signature by another secret',
      () => {
        const text = body('forged');
        const [one, two] = [WEBHOOK_SECRET, NEW_SECRET].map((secret) =>
          signatureOf(signedDelivery('c', text, new Date(), secret)),
        );
        const headers = new Headers(signedDelivery('c', text).headers);
        headers.set('webhook-signature', `${one?.slice(0, 25)}${two?.slice(25)}`);
        return { method: 'POST', body: text, headers };
      },
    ],
    [
      'under another delivery id',
      () => {
        const signed = signedDelivery('d', body('forged'));
        const headers = new Headers(signed.headers);
        headers.set('webhook-id', 'e');
        return { ...signed, headers };
      },
    ],
    [
      'ten minutes ago',
      () => signedDelivery('f', body('forged'), new Date(Date.now() - 600_000), NEW_SECRET),
    ],
    [
      'ten minutes from now',
      () => signedDelivery('g', body('forged'), new Date(Date.now() + 600_000), NEW_SECRET),
    ],
  ])('are refused when they were signed %s', async (_, forge) => {
    expect(await ask(forge())).toBe(401);
    for (const id of ['forged', 'swapped'])
      expect((await test.request(`/api/customers/${id}`)).status).toBe(404);
  });
});
