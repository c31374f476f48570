import { CodatPlatform } from '@codat/platform';
import { HTTPClient } from '@codat/platform/lib/http.js';
import { createSandbox, type SandboxOptions } from '../../mocks/codat/sandbox.ts';
import type { WebhookEndpoint } from '../../mocks/codat/webhooks.ts';
import { addHours, type Instant } from '../../src/journey/instant.ts';
import { WEBHOOK_SECRET } from './webhooks.ts';

export const NOON: Instant = '2026-03-09T12:00:00.000Z';
export const API_KEY = 'sandbox-key';
export const PUBLIC_URL = 'http://sandbox.test/sandbox';

const numbered = (number: number): string =>
  `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

/** What arrived at the endpoint of the test's webhooks. */
export type Arrival = {
  at: Instant;
  url: string;
  headers: Headers;
  body: string;
  eventType: string;
  payload: unknown;
};

/** Says what the endpoint answers to an arrival; 204 when it says nothing. */
export type Receiver = (arrival: Arrival) => number | undefined | Promise<number | undefined>;

/** A sandbox in the test's own time, which begins at noon, with an endpoint for its webhooks. */
export const openTestSandbox = (given: Partial<SandboxOptions> = {}, receive?: Receiver) => {
  let clock = NOON;
  let ids = 0;
  const arrivals: Arrival[] = [];

  const fetch: WebhookEndpoint['fetch'] = async (url, { headers, body }) => {
    const { eventType, payload } = JSON.parse(`${body}`);
    const arrival = {
      ...{ at: clock, url, body: `${body}`, eventType, payload },
      headers: new Headers(headers),
    };
    arrivals.push(arrival);
    return new Response(null, { status: (await receive?.(arrival)) ?? 204 });
  };

  const sandbox = createSandbox({
    now: () => clock,
    newId: () => numbered(++ids),
    publicUrl: PUBLIC_URL,
    apiKey: API_KEY,
    webhook: { url: 'http://unstuck.test/webhooks/codat', secret: WEBHOOK_SECRET, fetch },
    ...given,
  });

  return {
    ...sandbox,
    arrivals,
    now: () => clock,
    /** Lets hours pass, and runs what is due in them. */
    pass: (hours: number) =>
      sandbox.advance(addHours(clock, hours), (now) => {
        clock = now;
      }),
    /** Asks the API as a client would; a key of null sends none. */
    ask: async (path: string, init: RequestInit = {}, key: string | null = API_KEY) =>
      sandbox.fetch(
        new Request(`${PUBLIC_URL}${path}`, {
          ...init,
          headers: key === null ? {} : { authorization: `Basic ${btoa(key)}` },
        }),
      ),
  };
};

export type TestSandbox = ReturnType<typeof openTestSandbox>;

/** Codat's own client, talking to a sandbox. It checks every answer against schemas of its own. */
export const clientOf = ({ fetch }: Pick<TestSandbox, 'fetch'>) =>
  new CodatPlatform({
    authHeader: `Basic ${btoa(API_KEY)}`,
    serverURL: PUBLIC_URL,
    retryConfig: { strategy: 'none' },
    httpClient: new HTTPClient({
      fetcher: async (input, init) => fetch(new Request(input, init)),
    }),
  });
