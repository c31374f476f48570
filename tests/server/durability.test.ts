import { expect, it } from 'vitest';
import { type RunningServer, startServer } from '../support/server.ts';
import { sessionAt } from '../support/sign-in.ts';
import { startedDirectory } from '../support/template.ts';
import { deliver, WEBHOOK_SECRET } from '../support/webhooks.ts';

const DELIVERIES = 500;
const KILL_AFTER = 150;

const companyCreated = (id: string): string =>
  JSON.stringify({
    id: crypto.randomUUID(),
    eventType: 'company.created',
    generatedDate: '2026-03-01T09:00:00.000Z',
    payload: { id, name: `Customer ${id}`, redirect: `https://link.codat.io/company/${id}` },
  });

/** Sends webhooks one after another and kills the server meanwhile. Returns the acknowledged customers’ ids. */
const stream = async (server: RunningServer): Promise<string[]> => {
  const acknowledged: string[] = [];
  for (let index = 0; index < DELIVERIES; index += 1) {
    const id = `c-${index}`;
    const answer = deliver(server.url, `msg_${index}`, companyCreated(id)).catch(() => null);
    if (index === KILL_AFTER) void server.kill();
    const status = await answer;
    if (status === null) return acknowledged;
    if (status === 204) acknowledged.push(id);
  }
  return acknowledged;
};

/** Ids of customers with a recorded creation. The sandbox doesn’t know them, so they may be marked as deleted since. */
const recordedCustomers = async (url: string): Promise<string[]> => {
  const session = await sessionAt(url);
  const filter = encodeURIComponent('{"type":"customer.created"}');
  const events = await session.json(`/api/events?range=[0,999]&filter=${filter}`);
  return events.map(({ customerId }: { customerId: string }) => customerId);
};

it('the server loses no acknowledged webhook when it is killed while receiving many', async () => {
  const environment = {
    DATA_DIR: startedDirectory(),
    SAMPLE_CUSTOMERS: '0',
    CODAT_WEBHOOK_SECRET: WEBHOOK_SECRET,
  };
  const acknowledged = await stream(await startServer(environment));
  expect(acknowledged.length).toBeGreaterThanOrEqual(KILL_AFTER);
  expect(acknowledged.length).toBeLessThan(DELIVERIES);

  const restarted = await startServer(environment);
  const kept = new Set(await recordedCustomers(restarted.url));
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  expect(await restarted.stop()).toBe(0);
});
