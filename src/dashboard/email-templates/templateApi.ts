import type { PlaceholderRecord, RenderedEmail } from '../../api/email-templates/bodies.ts';
import type { EmailTemplateRecord } from '../../api/email-templates/resource.ts';
import type { EmailTemplate } from '../../journey/outreach.ts';
import { fetchJson } from '../shared/http.ts';

export type Words = Pick<EmailTemplateRecord, 'subject' | 'body'>;

/** A template, and the ETag by which it is known whether somebody has changed it since. */
export type ReadTemplate = { record: EmailTemplateRecord; etag: string };

const send = (path: string, method: 'POST' | 'PUT', body: object, headers = {}) =>
  fetchJson(`/api/email-templates/${path}`, {
    method,
    body: JSON.stringify(body),
    headers: new Headers({ accept: 'application/json', ...headers }),
  });

const read = ({ json, headers }: Awaited<ReturnType<typeof fetchJson>>): ReadTemplate => ({
  record: json,
  etag: headers.get('etag') ?? '',
});

export const readTemplate = async (id: string): Promise<ReadTemplate> =>
  read(await fetchJson(`/api/email-templates/${encodeURIComponent(id)}`));

/** @throws HttpError 412 when somebody has changed it since it was read, 422 with what is wrong for each field */
export const saveWords = async (
  { record, etag }: ReadTemplate,
  { subject, body }: Words,
): Promise<ReadTemplate> =>
  read(await send(record.id, 'PUT', { subject, body }, { 'if-match': etag }));

/** Goes back to the words that came with this version. */
export const resetWords = (id: EmailTemplate) => send(`${id}/reset`, 'POST', {});

/** @throws HttpError 422 with what is wrong for each field */
export const previewWords = async (id: EmailTemplate, words: Words): Promise<RenderedEmail> =>
  (await send(`${id}/preview`, 'POST', words)).json;

/** Sends the words to whoever asks; returns the address. @throws HttpError 409 when no SMTP is configured */
export const testWords = async (id: EmailTemplate, words: Words): Promise<string> =>
  (await send(`${id}/test`, 'POST', words)).json.to;

export const readPlaceholders = async (): Promise<PlaceholderRecord[]> =>
  (await fetchJson('/api/email-templates/placeholders')).json;
