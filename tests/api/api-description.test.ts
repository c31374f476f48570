import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORIGIN, openTestApi, type TestApi } from '../support/api.ts';
import { requestOf } from '../support/curl.ts';
import { company, connection, webhookBody } from '../support/payloads.ts';
import { openStarted } from '../support/template.ts';

const COMMANDS = [...readFileSync('docs/api.md', 'utf8').matchAll(/```sh\n([^`]+)```/g)].map(
  ([, command = '']) => command.trim(),
);

const CUSTOMER = '5d3f4b1e-7c1a-4e0b-9a52-0c8a5a1f3c11';
const CONNECTION = 'b2f6a1f0-1d57-4a3e-8b5e-6d1f5b0a9e22';

describe('the examples in docs/api.md', () => {
  let test: TestApi;
  let key: string;

  beforeAll(async () => {
    test = await openTestApi(await openStarted());
    const deliver = (eventType: string, payload: object) =>
      test.deliver(eventType, webhookBody({ eventType, payload }));
    await deliver('company.created', company(CUSTOMER, 'Acme'));
    await deliver('connection.created', connection(CUSTOMER, { connectionId: CONNECTION }));
    const body = { name: 'Examples', scopes: ['read', 'link-events'] };
    ({ key } = await (await test.send('POST', '/api/api-keys', body)).json());
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  it('are found', () => {
    expect(COMMANDS.length).toBeGreaterThan(5);
  });

  it.each(COMMANDS)('work: %s', async (command) => {
    const request = requestOf(command, { UNSTUCK: ORIGIN, KEY: key });
    const response = await test.api.fetch(request);
    const answer = await response.json();
    const { pathname } = new URL(request.url);
    expect([pathname, response.status, answer.detail]).toEqual([
      pathname,
      request.method === 'POST' ? 202 : 200,
      undefined,
    ]);
    if (pathname.endsWith(CUSTOMER)) expect(answer).toMatchObject({ id: CUSTOMER });
  });
});
