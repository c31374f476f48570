import type { BulkRow } from '../../../api/emails/bulk.ts';
import type { EmailPreview } from '../../../api/emails/preview.ts';
import type { EmailRecord } from '../../../api/emails/resource.ts';
import type { EmailTemplate } from '../../../journey/outreach.ts';
import { api } from '../api.ts';
import { fetchJson } from '../http.ts';

export type EmailRequest = {
  customerId: string;
  template: EmailTemplate;
  /** A contact’s role, or the email address of a contact. */
  to: string;
  note?: string | undefined;
  force?: true | undefined;
};

/** Renders an email as it would be sent now. */
export const previewEmail = async (email: EmailRequest): Promise<EmailPreview> =>
  (await api.emails.preview.$post({ json: email, header: {} })).json();

/** Queues an email. Repeating a request with the same key sends it only once. */
export const sendEmail = async (email: EmailRequest, key: string): Promise<EmailRecord> =>
  (
    await fetchJson('/api/emails', {
      method: 'POST',
      body: JSON.stringify(email),
      headers: new Headers({ accept: 'application/json', 'idempotency-key': key }),
    })
  ).json;

/** One email to each of many customers: the same template for all, or with `next` the recommended one for each. */
export type BulkEmail = { customerIds: string[]; template: EmailTemplate | 'next' };

/** Plans which email each customer gets. */
export const previewBulk = async (email: BulkEmail): Promise<BulkRow[]> =>
  (await api.emails['bulk-preview'].$post({ json: email, header: {} })).json();

/** Queues an email for everyone who can get one. Repeating a request with the same key sends them only once. */
export const sendBulk = async (email: BulkEmail, key: string): Promise<BulkRow[]> =>
  (await api.emails.bulk.$post({ json: email, header: { 'idempotency-key': key } })).json();
