import { Webhook as Signer } from 'standardwebhooks';
import { addHours, type Instant } from '../../src/journey/instant.ts';
import type { Schedule } from './time/schedule.ts';
import type { Webhook } from './world/world.ts';

/** The hours between a failed attempt and the next. */
const RETRY_HOURS = [5 / 3600, 5 / 60, 0.5, 2, 5, 10, 10];

const TIMEOUT_MS = 15_000;

/** Deliveries in progress at the same time. Others wait their turn. */
const MAX_CONCURRENT = 8;

type Fetch = (url: string, init: RequestInit) => Response | Promise<Response>;

/** Where webhooks go. `secret` is the endpoint's signing secret, `whsec_…`. */
export type WebhookEndpoint = { url: string; secret: string; fetch?: Fetch };

export type WebhookPorts = {
  endpoint: WebhookEndpoint | null;
  now: () => Instant;
  schedule: Pick<Schedule, 'at'>;
  /** Called when a webhook can’t even be sent. */
  onError: (error: unknown) => void;
};

/** `id` stays the same across attempts. */
type Delivery = { id: string; webhook: Webhook; body: string; attempts: number };

const rejection = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });

/** Posts a request. Resolves to whether a 2xx response came in time. */
const isAccepted = async (fetch: Fetch, url: string, init: RequestInit): Promise<boolean> => {
  const timeout = new AbortController();
  const { signal } = timeout;
  const timer = setTimeout(() => timeout.abort(), TIMEOUT_MS);
  try {
    const answer = await Promise.race([fetch(url, { ...init, signal }), rejection(signal)]);
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
};

const request = ({ id, body }: Delivery, secret: string, at: Date): RequestInit => ({
  method: 'POST',
  body,
  redirect: 'manual',
  headers: {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': Math.floor(at.getTime() / 1000).toString(),
    'webhook-signature': new Signer(secret).sign(id, at, body),
  },
});

/**
 * Delivers webhooks at least once, signed with Standard Webhooks. Keeps their order unless one fails, and retries failed
 * ones on Codat's schedule. Sends nothing without an endpoint.
 */
export const createWebhooks = ({ endpoint, now, schedule, onError }: WebhookPorts) => {
  const queue: Delivery[] = [];
  const inFlight = new Set<Promise<void>>();
  const givenUp: Webhook[] = [];
  const readOnlyGivenUp: readonly Webhook[] = givenUp;

  const attempt = async (delivery: Delivery, { url, secret, fetch }: WebhookEndpoint) => {
    // Lets the world finish its current change first.
    await Promise.resolve();
    const init = request(delivery, secret, new Date(now()));
    if (await isAccepted(fetch ?? globalThis.fetch, url, init)) return;
    const pause = RETRY_HOURS[delivery.attempts];
    delivery.attempts += 1;
    if (pause === undefined) givenUp.push(delivery.webhook);
    else schedule.at(addHours(now(), pause), () => enqueue(delivery));
  };

  const deliverNext = (): void => {
    const delivery = endpoint && inFlight.size < MAX_CONCURRENT ? queue.shift() : undefined;
    if (!endpoint || !delivery) return;
    const delivering = attempt(delivery, endpoint)
      .catch(onError)
      .finally(() => {
        inFlight.delete(delivering);
        deliverNext();
      });
    inFlight.add(delivering);
    deliverNext();
  };

  const enqueue = (delivery: Delivery): void => {
    queue.push(delivery);
    deliverNext();
  };

  return {
    emit: (webhook: Webhook): void => {
      if (!endpoint) return;
      const id = `msg_${webhook.id.replaceAll('-', '')}`;
      enqueue({ id, webhook, body: JSON.stringify(webhook), attempts: 0 });
    },
    /** Resolves when no delivery is in progress, not counting those that wait for a retry. */
    settled: async (): Promise<void> => {
      while (inFlight.size > 0) await Promise.all(inFlight);
    },
    /** Webhooks that the endpoint never accepted. */
    givenUp: readOnlyGivenUp,
  };
};

export type Webhooks = ReturnType<typeof createWebhooks>;
