import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { digestOf } from '../database/digest.ts';

export type Rejection = {
  accepted: false;
  reason: 'headers' | 'timestamp' | 'signature';
  sentence: string;
};

export type Verdict = { accepted: true; deliveryId: string; signedWith: string } | Rejection;

const SENTENCES = {
  headers: 'The webhook-id, webhook-timestamp and webhook-signature headers are required.',
  timestamp: 'The timestamp is invalid or more than five minutes off.',
  signature: 'The signature does not match the body.',
} as const;

const reasonOf = (message: string): keyof typeof SENTENCES => {
  if (/headers/i.test(message) && /missing/i.test(message)) return 'headers';
  return /timestamp|invalid signature headers/i.test(message) ? 'timestamp' : 'signature';
};

/** Identifies a secret without revealing it. */
export const secretId = (secret: string): string => digestOf(secret).slice(0, 8);

const verifyWith = (secret: string, headers: Headers, body: string): Verdict => {
  try {
    new Webhook(secret).verify(body, Object.fromEntries(headers), { jsonParse: false });
    const deliveryId = headers.get('webhook-id') ?? '';
    return { accepted: true, deliveryId, signedWith: secretId(secret) };
  } catch (error) {
    if (!(error instanceof WebhookVerificationError)) throw error;
    const reason = reasonOf(error.message);
    return { accepted: false, reason, sentence: SENTENCES[reason] };
  }
};

/**
 * Verifies a delivery by the Standard Webhooks scheme (https://www.standardwebhooks.com): HMAC-SHA256 of id, timestamp
 * and raw body, with a timestamp at most five minutes off. Any of the secrets may have signed it: during a rotation there
 * are two. All of them are tried, so that the time doesn’t tell which one fits.
 */
export const verifyDelivery = (
  secrets: readonly string[],
  headers: Headers,
  body: string,
): Verdict => {
  const verdicts = secrets.map((secret) => verifyWith(secret, headers, body));
  const verdict = verdicts.find(({ accepted }) => accepted) ?? verdicts[0];
  if (!verdict) throw new Error('There is no secret to verify webhooks with.');
  return verdict;
};

/**
 * What is wrong with a delivery that needs no look at its body: a header is missing, or the timestamp is off. Null if its
 * headers are in order, whatever its signature is worth.
 */
export const verifyHeaders = (secrets: readonly string[], headers: Headers): Rejection | null => {
  // The library checks the signature last, and that of another body can’t match.
  const verdict = verifyDelivery(secrets, headers, '');
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
