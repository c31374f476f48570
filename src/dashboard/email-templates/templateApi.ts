import type { PlaceholderRecord, RenderedEmail } from '../../api/email-templates/bodies.ts';
import type { EmailTemplateRecord } from '../../api/email-templates/resource.ts';
import type { EmailTemplate } from '../../journey/outreach.ts';
import { api } from '../shared/api.ts';
import { fetchJson } from '../shared/http.ts';

export type Content = Pick<EmailTemplateRecord, 'subject' | 'body'>;

/** A template with its ETag, which shows whether someone has changed it since. */
export type ReadTemplate = { record: EmailTemplateRecord; etag: string };

const pathOf = (id: string): string => `/api/email-templates/${encodeURIComponent(id)}`;

const read = ({ json, headers }: Awaited<ReturnType<typeof fetchJson>>): ReadTemplate => ({
  record: json,
  etag: headers.get('etag') ?? '',
});

export const readTemplate = async (id: string): Promise<ReadTemplate> =>
  read(await fetchJson(pathOf(id)));

/** @throws HttpError 412 if someone has changed the template since it was read, 422 with an error for each invalid field */
export const saveTemplate = async (
  { record, etag }: ReadTemplate,
  { subject, body }: Content,
): Promise<ReadTemplate> =>
  read(
    await fetchJson(pathOf(record.id), {
      method: 'PUT',
      body: JSON.stringify({ subject, body }),
      headers: new Headers({ accept: 'application/json', 'if-match': etag }),
    }),
  );

/** Resets a template to its default. */
export const resetTemplate = (id: EmailTemplate) =>
  api.emailTemplates[':id'].reset.$post({ param: { id } });

/** @throws HttpError 422 with an error for each invalid field */
export const previewTemplate = async (
  id: EmailTemplate,
  content: Content,
): Promise<RenderedEmail> =>
  (await api.emailTemplates[':id'].preview.$post({ param: { id }, json: content })).json();

/** Sends a test email to the signed-in person and returns their address. @throws HttpError 409 without SMTP */
export const sendTest = async (id: EmailTemplate, content: Content): Promise<string> =>
  (await (await api.emailTemplates[':id'].test.$post({ param: { id }, json: content })).json()).to;

export const readPlaceholders = async (): Promise<PlaceholderRecord[]> =>
  (await api.emailTemplates.placeholders.$get()).json();
