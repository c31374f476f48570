import { Hono } from 'hono';
import { receiveDelivery } from '../../codat/receive.ts';
import type { Rejections } from '../../codat/rejections.ts';
import { verifyDelivery } from '../../codat/verify.ts';
import { Problem } from '../http/problem.ts';
import type { Ports } from '../ports.ts';

/** The body exactly as signed, including a byte order mark. */
const rawBody = async (request: Request): Promise<string> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await request.arrayBuffer());

/** Codat's webhooks. A delivery is stored before it is acknowledged. */
export const webhookRoutes = (
  { inbound, processLater, webhookSecret, now }: Ports,
  rejections: Rejections,
): Hono =>
  new Hono().post('/codat', async (context) => {
    if (!webhookSecret)
      throw new Problem(503, 'Webhooks aren’t accepted yet: CODAT_WEBHOOK_SECRET isn’t set.', {
        headers: { 'retry-after': '300' },
      });
    const body = await rawBody(context.req.raw);
    const verdict = verifyDelivery(webhookSecret, context.req.raw.headers, body);
    if (!verdict.accepted) {
      rejections.count(verdict.reason);
      throw new Problem(401, verdict.sentence);
    }
    await receiveDelivery({ database: inbound, processLater }, verdict.deliveryId, body, now());
    return context.body(null, 204);
  });
