import { Hono } from 'hono';
import { createReceiver } from '../../codat/deliveries/receive.ts';
import type { Rejections } from '../../codat/rejections.ts';
import { type Rejection, verifyDelivery, verifyHeaders } from '../../codat/verify.ts';
import { createAnnouncer } from '../../database/changes/announcer.ts';
import { createGate } from '../../database/waiting/gate.ts';
import { Problem } from '../http/problem.ts';
import { createRateLimit, type Rate, tooMany } from '../http/rate-limit.ts';
import type { ReadBody } from '../http/read-body.ts';
import type { Ports } from '../ports.ts';

/** Limits on deliveries that Codat didn’t sign. Further ones are not counted in the database. */
const REJECTED: Rate = { perAddress: 100, inAll: 600 };

/** In KiB. */
const LARGEST = 1024;

/**
 * Codat gives up after 15 seconds. A delivery that could not be stored by then is refused earlier, which Codat takes as
 * a reason to send it again.
 */
const PATIENCE_MS = 8000;

/** Few at once, because the others use the same database. The embedded one gains nothing from more than one. */
const AT_ONCE = { embedded: 1, postgres: 8 };

/** The body exactly as signed, including a byte order mark. */
const exactText = (body: Uint8Array<ArrayBuffer>): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(body);

type Doors = { readBody: ReadBody; rejections: Rejections };

/** Codat's webhooks. A delivery is stored before it is acknowledged. */
export const webhookRoutes = (ports: Ports, { readBody, rejections }: Doors): Hono => {
  const { inbound, codat, processLater, webhookSecrets, now } = ports;
  const rejected = createRateLimit(ports, REJECTED);
  const throughGate = createGate({
    atOnce: ports.embedded ? AT_ONCE.embedded : AT_ONCE.postgres,
    patienceMs: PATIENCE_MS,
  });
  const receive = createReceiver({
    database: inbound,
    codat,
    processLater,
    throughGate,
    announceSoon: createAnnouncer(inbound),
    patienceMs: PATIENCE_MS,
  });
  return new Hono().post('/codat', async (context) => {
    if (webhookSecrets.length === 0)
      throw new Problem(503, 'Webhooks aren’t accepted yet: CODAT_WEBHOOK_SECRET isn’t set.', {
        headers: { 'retry-after': '300' },
      });
    const reject = ({ reason, sentence }: Rejection): never => {
      const seconds = rejected.take(context);
      if (seconds !== null) throw tooMany(seconds);
      rejections.count(reason);
      throw new Problem(401, sentence);
    };
    const { headers } = context.req.raw;
    const complaint = verifyHeaders(webhookSecrets, headers);
    if (complaint) return reject(complaint);
    const body = exactText(await readBody(context, LARGEST));
    const verdict = verifyDelivery(webhookSecrets, headers, body);
    if (!verdict.accepted) return reject(verdict);
    await receive({
      id: verdict.deliveryId,
      body,
      receivedAt: now(),
      signedWith: verdict.signedWith,
    });
    return context.body(null, 204);
  });
};
