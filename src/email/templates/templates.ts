import type { EmailTemplate } from '../../journey/outreach.ts';
import type { TemplateText } from '../render.ts';
import { administrator } from './administrator.ts';
import { fileUpload } from './file-upload.ts';
import { guide } from './guide.ts';
import { it } from './it.ts';
import { link } from './link.ts';
import { reconnect } from './reconnect.ts';
import { reminder } from './reminder.ts';

/** The default text of each email. */
export const DEFAULT_TEXTS: Record<EmailTemplate, TemplateText> = {
  link,
  reminder,
  guide,
  administrator,
  it,
  reconnect,
  'file-upload': fileUpload,
};
