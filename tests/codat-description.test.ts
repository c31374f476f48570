import * as schemas from '@codat/platform/sdk/models/shared/index.js';
import { describe, expect, it } from 'vitest';
import { INTEGRATIONS } from '../mocks/codat/integrations.ts';
import { FAILURES } from '../mocks/codat/world/failures.ts';
import { isDescribed, readDescription } from './support/codat-description.ts';
import { openTestSandbox, type TestSandbox } from './support/sandbox.ts';

/** Puts a company through everything that can happen to it, once per accounting package. Returns the ids of one company. */
const replay = async ({ world, advanceHours, ask, disruptions }: TestSandbox) => {
  const parent = world.createCompany({ name: 'Müller & Söhne 株式会社', description: 'Ours' });
  const child = world.createCompany({ name: 'Müller Nord', parentId: parent.id });
  for (const { key } of INTEGRATIONS) {
    const { id } = world.selectSoftware(child.id, key);
    for (const failure of FAILURES) world.fail(id, failure);
    world.approve(id);
    await advanceHours(24);
    world.readData(id);
    world.disconnect(id, 'Unlinked');
    world.approve(id);
    world.disconnect(id, 'Deauthorized');
  }
  const kept = world.selectSoftware(parent.id, 'gbol');
  world.selectSoftware(parent.id, 'qhyg');
  world.approve(kept.id);
  world.removeConnection(world.selectSoftware(child.id, 'tgff').id);
  world.removeCompany(world.createCompany({ name: 'Gone', tags: { region: 'uk' } }).id);
  disruptions.stop();
  for (let left = 1; left > 0; )
    left = Number((await ask('/integrations')).headers.get('x-rate-limit-remaining'));
  await ask('/integrations');
  await advanceHours(24);
  return { companyId: parent.id, connectionId: kept.id, childId: child.id };
};

const SCHEMAS: [RegExp, (body: string) => { ok: boolean }][] = [
  [/^company\./, schemas.companyWebhookFromJSON],
  [/^connection\./, schemas.connectionWebhookFromJSON],
  [/^read\./, schemas.readCompletedWebhookFromJSON],
  [/^client\./, schemas.clientRateLimitWebhookFromJSON],
];

describe('the sandbox, by the schemas of Codat’s client', () => {
  it('emits only valid webhooks', async () => {
    const sandbox = openTestSandbox();
    await replay(sandbox);
    expect(sandbox.arrivals.length).toBeGreaterThan(100);
    for (const { eventType, body } of sandbox.arrivals) {
      const read = SCHEMAS.find(([types]) => types.test(eventType))?.[1];
      expect([eventType, read?.(body).ok]).toEqual([eventType, true]);
    }
  });
});

describe.runIf(isDescribed)('the sandbox, by Codat’s OpenAPI description', () => {
  const description = isDescribed ? readDescription() : null;

  it('emits valid webhooks of every described type except product and write webhooks', async () => {
    const sandbox = openTestSandbox();
    await replay(sandbox);
    for (const { eventType, body } of sandbox.arrivals)
      expect([eventType, description?.ofWebhook(eventType, JSON.parse(body))]).toEqual([
        eventType,
        [],
      ]);
    const emitted = new Set(sandbox.arrivals.map(({ eventType }) => eventType));
    const unused = description?.webhookTypes.filter((type) => !emitted.has(type));
    expect(unused).toEqual([
      'company.product.added',
      'company.product.removed',
      '{dataType}.write.successful',
      '{dataType}.write.unsuccessful',
    ]);
  });

  it('is reported when it emits an invalid webhook', async () => {
    const sandbox = openTestSandbox();
    await replay(sandbox);
    const created = sandbox.arrivals.find(({ eventType }) => eventType === 'connection.created');
    const body = JSON.parse(created?.body ?? '');
    body.payload.connection.status = 'Pending';
    body.payload.connection.id = 'no uuid';
    expect(description?.ofWebhook('connection.created', body)).toEqual([
      '/payload/connection/id must match format "uuid"',
      '/payload/connection/status must be equal to one of the allowed values',
    ]);
  });

  it('answers every API request with a valid response', async () => {
    const sandbox = openTestSandbox();
    const ids = await replay(sandbox);
    const company = `/companies/${ids.companyId}`;
    const connection = `${company}/connections/${ids.connectionId}`;
    const missing = '/companies/00000000-0000-4000-8000-0000000fffff';
    const post = { method: 'POST', body: JSON.stringify({ name: 'New', tags: { region: 'uk' } }) };
    const patch = { method: 'PATCH', body: JSON.stringify({ description: 'Called' }) };
    const asked: [string, string, number, RequestInit?][] = [
      ['/companies?pageSize=1&page=2&orderBy=-modifiedDate', '/companies', 200],
      ['/companies?query=nonsense', '/companies', 400],
      ['/companies', '/companies', 200, post],
      ['/companies', '/companies', 400, { ...post, body: '{"name":1}' }],
      [company, '/companies/{companyId}', 200],
      [`/companies/${ids.childId}`, '/companies/{companyId}', 200],
      [missing, '/companies/{companyId}', 404],
      [company, '/companies/{companyId}', 200, patch],
      [missing, '/companies/{companyId}', 404, patch],
      [`${company}/connections?pageSize=1`, '/companies/{companyId}/connections', 200],
      [`${company}/connections?page=0`, '/companies/{companyId}/connections', 400],
      [connection, '/companies/{companyId}/connections/{connectionId}', 200],
      [`${company}/connections/1`, '/companies/{companyId}/connections/{connectionId}', 404],
      ['/integrations?pageSize=2&page=2', '/integrations', 200],
      ['/integrations?orderBy=colour', '/integrations', 400],
      ['/integrations/gbol', '/integrations/{platformKey}', 200],
      ['/integrations/zzzz', '/integrations/{platformKey}', 404],
    ];
    const violationsOf = async (
      [path, described, status, init]: (typeof asked)[number],
      key?: string,
    ) => {
      const answer = await sandbox.ask(path, init, key);
      expect([path, answer.status]).toEqual([path, status]);
      const method = init?.method?.toLowerCase() ?? 'get';
      return description?.ofResponse(described, method, status, await answer.json());
    };
    for (const one of asked) expect([one, await violationsOf(one)]).toEqual([one, []]);
    expect(await violationsOf(['/companies', '/companies', 401], 'wrong')).toEqual([]);
    sandbox.disruptions.start({ kind: 'too_many_requests', requests: 1 });
    expect(await violationsOf(['/companies', '/companies', 429])).toEqual([]);
    sandbox.disruptions.start({ kind: 'server_error', requests: 1 });
    expect(await violationsOf(['/companies', '/companies', 500])).toEqual([]);
  });
});
