import type { EmailTemplate } from '../../journey/outreach.ts';
import { fetchJson } from '../http.ts';

export type Letter = {
  customerId: string;
  template: EmailTemplate;
  /** A contact's role, or an address. */
  to: string;
  note?: string | undefined;
  force?: true | undefined;
};

const post = async (path: string, body: object, headers: Record<string, string> = {}) =>
  (
    await fetchJson(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: new Headers({ accept: 'application/json', ...headers }),
    })
  ).json;

/** The e-mail as it would go out now. */
export const previewEmail = (letter: Letter): Promise<EmailPreview> =>
  post('/api/emails/preview', letter);

/** Queues the e-mail; the same key twice sends it once. */
export const sendEmail = (letter: Letter, key: string): Promise<EmailRecord> =>
  post('/api/emails', letter, { 'idempotency-key': key });
