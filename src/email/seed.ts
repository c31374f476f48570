import { isNull, sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { emailTemplates } from '../database/schema/index.ts';
import { EMAIL_TEMPLATES } from '../journey/outreach.ts';
import { DEFAULT_WORDS } from './templates/templates.ts';

/** Puts the e-mails of this version in place; those that someone has changed stay as they are. */
export const seedTemplates = async (database: Database): Promise<void> => {
  await database
    .insert(emailTemplates)
    .values(EMAIL_TEMPLATES.map((id) => ({ id, ...DEFAULT_WORDS[id] })))
    .onConflictDoUpdate({
      target: emailTemplates.id,
      set: { subject: sql`excluded.subject`, body: sql`excluded.body` },
      setWhere: isNull(emailTemplates.changedAt),
    });
};
