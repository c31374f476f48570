import { Webhook } from 'standardwebhooks';

/** The secret that Codat's documentation publishes with its example of a signature. */
export const WEBHOOK_SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

/** A delivery signed as Codat signs it. */
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

/** Delivers a webhook to a running server and returns the status it answers. */
export const deliver = async (url: string, id: string, body: string): Promise<number> =>
  (await fetch(`${url}/webhooks/codat`, signedDelivery(id, body))).status;
