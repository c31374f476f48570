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

/** A webhook received by the test’s endpoint. */
export type Arrival = {
  at: Instant;
  url: string;
  headers: Headers;
  body: string;
  eventType: string;
  payload: unknown;
};

/** Returns the status of the endpoint’s response. 204 if undefined. */
export type Receiver = (arrival: Arrival) => number | undefined | Promise<number | undefined>;

/** Opens a sandbox with its own clock, which starts at noon, and an endpoint for its webhooks. */
export const openTestSandbox = (given: Partial<SandboxOptions> = {}, receive?: Receiver) => {
  let clock = NOON;
  let ids = 0;
  const arrivals: Arrival[] = [];

  const fetch: WebhookEndpoint['fetch'] = async (url, { headers, body }) => {
    const { eventType, payload } = JSON.parse(`${body}`);
    const arrival = {
      at: clock,
      url,
      body: `${body}`,
      eventType,
      payload,
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
    /** Moves the clock by hours and runs what is due. */
    advanceHours: (hours: number) =>
      sandbox.advance(addHours(clock, hours), (now) => {
        clock = now;
      }),
    /** Sends a request to the API, without an API key if `key` is null. */
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

/** Codat’s own client for a sandbox. It validates every response with its own schemas. */
export const clientOf = ({ fetch }: Pick<TestSandbox, 'fetch'>) =>
  new CodatPlatform({
    authHeader: `Basic ${btoa(API_KEY)}`,
    serverURL: PUBLIC_URL,
    retryConfig: { strategy: 'none' },
    httpClient: new HTTPClient({
      fetcher: async (input, init) => fetch(new Request(input, init)),
    }),
  });
