import type { BulkRow } from '../../../api/emails/bulk.ts';
import type { EmailPreview } from '../../../api/emails/preview.ts';
import type { EmailRecord } from '../../../api/emails/resource.ts';
import type { EmailTemplate } from '../../../journey/outreach.ts';
import { fetchJson } from '../http.ts';

export type EmailRequest = {
  customerId: string;
  template: EmailTemplate;
  /** A contact’s role or an email address. */
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

/** Renders an email as it would be sent now. */
export const previewEmail = (email: EmailRequest): Promise<EmailPreview> =>
  post('/api/emails/preview', email);

/** Queues an email. Repeating a request with the same key sends it only once. */
export const sendEmail = (email: EmailRequest, key: string): Promise<EmailRecord> =>
  post('/api/emails', email, { 'idempotency-key': key });

/** One email to each of many customers: the same template for all, or with `next` the recommended one for each. */
export type BulkEmail = { customerIds: string[]; template: EmailTemplate | 'next' };

/** Plans which email each customer gets. */
export const previewBulk = (email: BulkEmail): Promise<BulkRow[]> =>
  post('/api/emails/bulk-preview', email);

/** Queues an email for everyone who can get one. Repeating a request with the same key sends them only once. */
export const sendBulk = (email: BulkEmail, key: string): Promise<BulkRow[]> =>
  post('/api/emails/bulk', email, { 'idempotency-key': key });
