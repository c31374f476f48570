import type { BulkRow } from '../../../api/emails/bulk.ts';
import type { EmailPreview } from '../../../api/emails/preview.ts';
import type { EmailRecord } from '../../../api/emails/resource.ts';
import type { EmailTemplate } from '../../../journey/outreach.ts';
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

/** One e-mail to many: the same for all, or for each the one that helps best. */
export type BulkLetter = { customerIds: string[]; template: EmailTemplate | 'next' };

/** Who of many would get what. */
export const previewBulk = (letter: BulkLetter): Promise<BulkRow[]> =>
  post('/api/emails/bulk-preview', letter);

/** Queues the e-mails for all who can get one; the same key twice sends them once. */
export const sendBulk = (letter: BulkLetter, key: string): Promise<BulkRow[]> =>
  post('/api/emails/bulk', letter, { 'idempotency-key': key });
