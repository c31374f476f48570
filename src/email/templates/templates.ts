import type { EmailTemplate } from '../../journey/outreach.ts';
import type { Words } from '../render.ts';
import { administrator } from './administrator.ts';
import { fileUpload } from './file-upload.ts';
import { guide } from './guide.ts';
import { it } from './it.ts';
import { link } from './link.ts';
import { reconnect } from './reconnect.ts';
import { reminder } from './reminder.ts';

/** The words that come with this version. */
export const DEFAULT_WORDS: Record<EmailTemplate, Words> = {
  link,
  reminder,
  guide,
  administrator,
  it,
  reconnect,
  'file-upload': fileUpload,
};
