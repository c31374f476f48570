import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCodatClient } from '../../src/codat/client.ts';
import { runSync } from '../../src/codat/sync.ts';
import { EMBEDDED, openOn, SANDBOX_URL, type TestApi } from '../support/api.ts';
import { BAD_ANSWERS, type BadAnswer } from '../support/bad-answers.ts';
import { report } from '../support/faults.ts';
import { openRawServer, type RawServer } from '../support/raw-server.ts';
import { type LinkedCustomer, linkedCustomer } from '../support/tracked-links.ts';

/** The deadline of each request to Codat, instead of 8 s and 30 s. */
const DEADLINE_MS = 200;
/** Within which everyone has an answer: the deadline and what our own work takes on a busy machine. */
const PATIENCE_MS = DEADLINE_MS + 2000;
const MIB = 1024 ** 2;

const AWAY = 'Nothing is lost and your link still works.';
const CONFIRMING = 'We’re confirming your connection';

describe('a bad answer from Codat', () => {
  let test: TestApi;
  let server: RawServer;
  let customer: LinkedCustomer;
  /** Whether Codat answers as it should. */
  let well = true;
  const longest = new Map<string, number>();
  const rejections: unknown[] = [];
  const onRejection = (reason: unknown): void => void rejections.push(reason);

  const ask: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const { pathname, search } = new URL(request.url);
    if (!well) return fetch(new Request(server.url + pathname + search, request), init);
    return test.sandbox.fetch(request);
  };

  const timed = async <T>(door: string, work: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work();
    const took = performance.now() - start;
    longest.set(door, Math.max(longest.get(door) ?? 0, took));
    expect(took).toBeLessThan(PATIENCE_MS);
    return result;
  };

  const expectProblem = async (response: Response): Promise<void> => {
    expect([502, 503]).toContain(response.status);
    const { message } = await response.json();
    expect(message).toMatch(/Codat.*\.$/s);
    expect(message.length).toBeLessThan(500);
    const pause = Number(response.headers.get('retry-after') ?? 1);
    expect(pause).toBeGreaterThanOrEqual(1);
    expect(pause).toBeLessThanOrEqual(3600);
  };

  const DOORS: [door: string, knock: (bad: BadAnswer) => Promise<void>][] = [
    [
      'an agent’s link-url',
      async () =>
        expectProblem(
          await test.request(`/api/customers/${customer.id}/link-url`, { method: 'POST' }),
        ),
    ],
    [
      'a customer’s button',
      async () => {
        const response = await customer.press();
        expect(response.status).toBe(503);
        expect(response.headers.get('location')).toBeNull();
        expect(await response.text()).toContain(AWAY);
      },
    ],
    [
      'a customer’s return',
      async () => {
        const query = new URLSearchParams({ journey: customer.token, statusCode: '200' });
        const response = await test.request(`/return?${query}`, {}, null);
        expect(response.status).toBe(200);
        expect(await response.text()).toContain(CONFIRMING);
      },
    ],
    [
      'a new company',
      async ({ isCompany }) => {
        const response = await test.send('POST', '/api/customers', { name: 'New' });
        if (isCompany) expect(response.status).toBe(201);
        else await expectProblem(response);
      },
    ],
  ];

  /** Runs a full sync. Codat is well again after the first pause. */
  const sync = () =>
    runSync(
      {
        database: test.database,
        codat: test.ports.codat,
        now: test.ports.now,
        waitUntil: async () => {
          well = true;
        },
        signal: new AbortController().signal,
        onProgress: ({ state, problem }) => {
          if (state === 'waiting') expect(problem).toMatch(/Codat.*\.$/);
        },
        onError: (error) => expect.fail(String(error)),
      },
      'full',
    );

  beforeAll(async () => {
    process.on('unhandledRejection', onRejection);
    server = await openRawServer();
    test = await openOn(EMBEDDED, 'bad_answers');
    test.ports.codat = createCodatClient({
      apiKey: 'key',
      apiUrl: SANDBOX_URL,
      fetch: ask,
      prompt: { milliseconds: DEADLINE_MS, bytes: MIB },
      patient: { milliseconds: DEADLINE_MS, bytes: 20 * MIB },
    });
    customer = await linkedCustomer(test);
    await customer.press();
  });

  afterAll(async () => {
    process.off('unhandledRejection', onRejection);
    await test.close();
    server.close();
    for (const [door, took] of longest)
      report({
        fault: `Codat’s bad answers at ${door}`,
        times: BAD_ANSWERS.length,
        lost: 0,
        recoveryMs: null,
        note: `longest ${Math.round(took)} ms of ${DEADLINE_MS}, unhandled ${rejections.length}`,
      });
  });

  it.each(BAD_ANSWERS)('is survived everywhere: $name', async (bad) => {
    server.answerWith(bad.answer);
    well = false;
    await Promise.all(DOORS.map(([door, knock]) => timed(door, () => knock(bad))));
    const first = await timed('the first sync', sync);
    well = true;
    const last = first.state === 'done' ? first : await sync();
    expect(first.problem ?? '').not.toContain('unexpected');
    expect(last.state).toBe('done');
    expect(server.requests.count).toBeGreaterThan(0);
    expect(await customer.customer()).toMatchObject({ deletedAt: null });
    expect((await customer.press()).status).toBe(303);
    await new Promise(setImmediate);
    expect(rejections).toEqual([]);
  });
});
