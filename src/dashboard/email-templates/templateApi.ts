import type { PlaceholderRecord, RenderedEmail } from '../../api/email-templates/bodies.ts';
import type { EmailTemplateRecord } from '../../api/email-templates/resource.ts';
import type { EmailTemplate } from '../../journey/outreach.ts';
import { api } from '../shared/api.ts';
import { readTagged, saveTagged, type Tagged } from '../shared/server/tagged.ts';

export type Content = Pick<EmailTemplateRecord, 'subject' | 'body'>;

export type ReadTemplate = Tagged<EmailTemplateRecord>;

const pathOf = (id: string): string => `/api/email-templates/${encodeURIComponent(id)}`;

export const readTemplate = (id: string) => readTagged<EmailTemplateRecord>(pathOf(id));

/** @throws HttpError 412 if someone has changed the template since it was read, 422 with an error for each invalid field */
export const saveTemplate = (template: ReadTemplate, { subject, body }: Content) =>
  saveTagged(pathOf(template.record.id), template, { subject, body });

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
