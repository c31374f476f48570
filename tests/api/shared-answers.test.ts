import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { customersResource } from '../../src/api/customers/resource.ts';
import { announce } from '../../src/database/changes/changes.ts';
import { EMBEDDED, openOn, type TestApi } from '../support/api.ts';
import { company, webhookBody } from '../support/payloads.ts';

const BACKGROUND = { headers: { 'cache-control': 'max-age=1' } };
const LIST = '/api/customers?range=[0,24]&sort=["name","ASC"]';
const EXPORT = '/api/customers?range=[0,999]&sort=["name","ASC"]';

describe('answers that open pages share', () => {
  let test: TestApi;

  beforeAll(async () => {
    test = await openOn(EMBEDDED, 'shared_answers');
    const payload = company('c-1', 'Acme');
    await test.deliver('msg_1', webhookBody({ eventType: 'company.created', payload }));
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });
  afterAll(() => test.close());

  /** Asks several times at once, and returns how often the database was asked. */
  const ask = async (
    ...requests: [path: string, role: 'agent' | 'admin' | null, init?: object][]
  ) => {
    const counting = vi.spyOn(customersResource, 'select').mockClear();
    const answers = await Promise.all(
      requests.map(([path, role, init = BACKGROUND]) => test.request(path, init, role)),
    );
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    return { answers, bodies, searches: counting.mock.calls.length };
  };
  /** Makes answers so far too old. */
  const forget = () => announce(test.database, { resources: ['notes'] });

  it('are found once, with all that belongs to them and nothing of who asked first', async () => {
    await forget();
    const { answers, bodies, searches } = await ask(
      [LIST, 'admin'],
      [LIST, 'admin'],
      [LIST, 'admin'],
    );
    expect(searches).toBe(1);
    expect(new Set(bodies).size).toBe(1);
    expect(JSON.parse(bodies[2] ?? '')).toMatchObject([{ id: 'c-1', name: 'Acme' }]);
    const headers = answers.map((answer) => Object.fromEntries(answer.headers));
    expect(headers[2]).toMatchObject({
      'content-range': 'customers 0-0/1',
      'cache-control': 'no-store',
    });
    expect(headers[2]?.['x-request-id']).not.toBe(headers[0]?.['x-request-id']);
    expect(headers[2]).not.toHaveProperty('set-cookie');
  });

  it('are not for other questions, other roles and people without a session', async () => {
    await forget();
    const { answers, searches } = await ask(
      [LIST, 'admin'],
      [LIST, 'agent'],
      [`${LIST}&filter={"stuck":true}`, 'admin'],
      [LIST, null],
    );
    expect([searches, answers[3]?.status]).toEqual([3, 401]);
  });

  it('are not for requests that take no old answer', async () => {
    await forget();
    expect((await ask([LIST, 'admin'], [LIST, 'admin', {}], [LIST, 'admin', {}])).searches).toBe(3);
  });

  it('are no exports, each of which is recorded', async () => {
    const recorded = () => test.list('activity', { filter: { action: 'export' } });
    const before = (await (await recorded()).json()).length;
    expect((await ask([EXPORT, 'admin'], [EXPORT, 'admin'], [EXPORT, 'agent'])).searches).toBe(3);
    expect(await (await recorded()).json()).toHaveLength(before + 3);
  });

  it('are never older than a change, by anybody', async () => {
    for (let change = 0; change < 3; change += 1) {
      const contactName = `Ada ${change}`;
      await test.send('PUT', '/api/customers/c-1', { contactName });
      expect((await ask([LIST, 'admin'])).bodies[0]).toContain(contactName);
      const name = `Bolt ${change}`;
      const payload = company(`b-${change}`, name);
      const body = webhookBody({ eventType: 'company.created', payload });
      await test.deliver(`msg_new_${change}`, body);
      expect((await ask([LIST, 'agent'])).bodies[0]).toContain(name);
    }
  });

  it('are found twice a second at most while changes keep coming', async () => {
    const counting = vi.spyOn(customersResource, 'select');
    const startedAt = performance.now();
    const asked: Promise<Response>[] = [];
    for (let change = 0; change < 30; change += 1) {
      await forget();
      asked.push(test.request(LIST, BACKGROUND, 'admin'));
    }
    for (const answer of await Promise.all(asked)) expect(answer.status).toBe(200);
    const seconds = (performance.now() - startedAt) / 1000;
    expect(counting.mock.calls.length).toBeLessThanOrEqual(2 + 2 * seconds);
  });
});
