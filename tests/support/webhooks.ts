import { Webhook } from 'standardwebhooks';

/** The secret of the example in Codat’s documentation of signatures. */
export const WEBHOOK_SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

/** A delivery with Codat’s kind of signature. */
export const signedDelivery = (
  id: string,
  body: string,
  at = new Date(),
  secret = WEBHOOK_SECRET,
): RequestInit => ({
  method: 'POST',
  body,
  headers: {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, at, body),
  },
});

/** Delivers a webhook to a running server and returns the status of the response. */
export const deliver = async (
  url: string,
  id: string,
  body: string,
  secret = WEBHOOK_SECRET,
): Promise<number> =>
  (await fetch(`${url}/webhooks/codat`, signedDelivery(id, body, new Date(), secret))).status;
