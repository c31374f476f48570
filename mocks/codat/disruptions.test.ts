import { once } from 'node:events';
import { serve } from '@hono/node-server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openTestSandbox, type TestSandbox } from '../../tests/support/sandbox.ts';

const statusOf = async ({ ask }: TestSandbox) => (await ask('/companies')).status;

const openWith = (count: number) => {
  const sandbox = openTestSandbox();
  for (let index = 0; index < count; index += 1)
    sandbox.world.createCompany({ name: `Company ${index}` });
  return sandbox;
};

describe('a disruption', () => {
  afterEach(() => void vi.useRealTimers());

  it('answers 429 for a while, with the time to wait', async () => {
    const sandbox = openTestSandbox();
    sandbox.disruptions.start({ kind: 'too_many_requests', seconds: 3600 });
    await sandbox.advanceHours(0.5);
    const refused = await sandbox.ask('/companies');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1800']);
    sandbox.schedule.setSpeed(60);
    expect((await sandbox.ask('/companies')).headers.get('retry-after')).toBe('30');
    await sandbox.advanceHours(30 / 3600);
    expect(await statusOf(sandbox)).toBe(200);
  });

  it('answers 500 to a number of requests', async () => {
    const sandbox = openTestSandbox();
    sandbox.disruptions.start({ kind: 'server_error', requests: 2 });
    const statuses = [];
    for (let request = 0; request < 3; request += 1) statuses.push(await statusOf(sandbox));
    expect(statuses).toEqual([500, 500, 200]);
    expect(sandbox.disruptions.current()).toBeNull();
  });

  it('is replaced by the next, which has its own end', async () => {
    const sandbox = openTestSandbox();
    sandbox.disruptions.start({ kind: 'server_error', seconds: 60 });
    sandbox.disruptions.start({ kind: 'too_many_requests' });
    await sandbox.advanceHours(1);
    expect(await statusOf(sandbox)).toBe(429);
    sandbox.disruptions.stop();
    expect(await statusOf(sandbox)).toBe(200);
  });

  it('answers with garbage that no client can parse', async () => {
    const sandbox = openTestSandbox();
    sandbox.disruptions.start({ kind: 'garbage' });
    const response = await sandbox.ask('/companies');
    expect(response.status).toBe(200);
    await expect(response.json()).rejects.toThrow(SyntaxError);
  });

  it('cuts a body off halfway, and over a network also the connection', async () => {
    const sandbox = openWith(50);
    const whole = await (await sandbox.ask('/companies')).text();
    sandbox.disruptions.start({ kind: 'cut' });
    const reader = (await sandbox.ask('/companies')).body?.getReader();
    expect((await reader?.read())?.value?.length).toBe(whole.length >> 1);
    await expect(reader?.read()).rejects.toThrow('cut the connection');

    // The server logs that the response broke off, as requested.
    const report = vi.spyOn(console, 'error').mockImplementation(() => {});
    const server = serve({ fetch: () => sandbox.ask('/companies'), port: 0 });
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') return expect.unreachable();
    const response = await fetch(`http://localhost:${address.port}`);
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow('terminated');
    server.close();
    report.mockRestore();
  });

  it('delays an answer', async () => {
    vi.useFakeTimers();
    const sandbox = openTestSandbox();
    sandbox.disruptions.start({ kind: 'slow', milliseconds: 30_000, requests: 1 });
    let status: number | null = null;
    const asking = statusOf(sandbox).then((answered) => {
      status = answered;
    });
    await vi.advanceTimersByTimeAsync(29_999);
    expect(status).toBeNull();
    await vi.advanceTimersByTimeAsync(1);
    await asking;
    expect(status).toBe(200);
  });

  it('changes a list while its pages are read', async () => {
    const sandbox = openWith(6);
    sandbox.disruptions.start({ kind: 'shifting' });
    const names: string[] = [];
    for (const page of [1, 2, 3]) {
      const read = await sandbox.ask(`/companies?page=${page}&pageSize=2&orderBy=-modifiedDate`);
      const { results }: { results: { name: string }[] } = await read.json();
      names.push(...results.map(({ name }) => name.slice(-1)));
    }
    // Each page starts with the last company of the page before, so the oldest are never read.
    expect(names.join('')).toBe('544332');
  });

  it('doesn’t affect logos and controls', async () => {
    const { ask, disruptions } = openTestSandbox();
    disruptions.start({ kind: 'server_error' });
    expect((await ask('/logos/gbol.svg')).status).toBe(200);
    expect((await ask('/controls')).status).toBe(200);
  });
});

describe('the controls', () => {
  const patch = (sandbox: TestSandbox, body: object) =>
    sandbox.ask('/controls', { method: 'PATCH', body: JSON.stringify(body) });

  it('start a disruption and set the speed while the sandbox runs', async () => {
    const sandbox = openTestSandbox();
    const started = await patch(sandbox, { speed: 60, disruption: { kind: 'server_error' } });
    expect(await started.json()).toMatchObject({ speed: 60, disruption: { kind: 'server_error' } });
    expect(await statusOf(sandbox)).toBe(500);
    expect((await patch(sandbox, { disruption: null })).status).toBe(200);
    expect(await statusOf(sandbox)).toBe(200);
    expect(await (await sandbox.ask('/controls')).json()).toEqual({
      speed: 60,
      disruption: null,
      givenUpWebhooks: 0,
    });
  });

  it.each([
    [{ speed: 0 }, 'speed must be at least 1'],
    [{ disruption: { kind: 'flood' } }, 'disruption.kind must be one of too_many_requests'],
    [{ disruption: { kind: 'slow', seconds: -1 } }, 'disruption.seconds must be more than 0'],
  ])('reject %j', async (body, sentence) => {
    const response = await patch(openTestSandbox(), body);
    expect([response.status, (await response.json()).error]).toEqual([
      400,
      expect.stringContaining(sentence),
    ]);
  });

  it('require the API key', async () => {
    expect((await openTestSandbox().ask('/controls', {}, null)).status).toBe(401);
  });
});
