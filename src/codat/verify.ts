import { Webhook, WebhookVerificationError } from 'standardwebhooks';

export type Rejection = {
  accepted: false;
  reason: 'headers' | 'timestamp' | 'signature';
  sentence: string;
};

export type Verdict = { accepted: true; deliveryId: string } | Rejection;

const SENTENCES = {
  headers: 'The webhook-id, webhook-timestamp and webhook-signature headers are required.',
  timestamp: 'The timestamp is invalid or more than five minutes off.',
  signature: 'The signature does not match the body.',
} as const;

const reasonOf = (message: string): keyof typeof SENTENCES => {
  if (/headers/i.test(message) && /missing/i.test(message)) return 'headers';
  return /timestamp|invalid signature headers/i.test(message) ? 'timestamp' : 'signature';
};

/**
 * Verifies a delivery by the Standard Webhooks scheme (https://www.standardwebhooks.com): HMAC-SHA256 of id, timestamp
 * and raw body, with a timestamp at most five minutes off.
 */
export const verifyDelivery = (secret: string, headers: Headers, body: string): Verdict => {
  try {
    new Webhook(secret).verify(body, Object.fromEntries(headers), { jsonParse: false });
    return { accepted: true, deliveryId: headers.get('webhook-id') ?? '' };
  } catch (error) {
    if (!(error instanceof WebhookVerificationError)) throw error;
    const reason = reasonOf(error.message);
    return { accepted: false, reason, sentence: SENTENCES[reason] };
  }
};

/**
 * What is wrong with a delivery that needs no look at its body: a header is missing, or the timestamp is off. Null if its
 * headers are in order, whatever its signature is worth.
 */
export const verifyHeaders = (secret: string, headers: Headers): Rejection | null => {
  // The library checks the signature last, and that of another body can’t match.
  const verdict = verifyDelivery(secret, headers, '');
  return verdict.accepted || verdict.reason === 'signature' ? null : verdict;
};

/** Whether the text has the form of a signing secret: `whsec_` followed by base64. */
export const isWebhookSecret = (secret: string): boolean => {
  if (!/^whsec_[A-Za-z0-9+/]+={0,2}$/.test(secret)) return false;
  try {
    return new Webhook(secret) instanceof Webhook;
  } catch {
    return false;
  }
};
