import { isNull, sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { emailTemplates } from '../database/schema/index.ts';
import { EMAIL_TEMPLATES } from '../journey/outreach.ts';
import { DEFAULT_TEXTS } from './templates/templates.ts';

/** Stores the default templates of this version. Templates that someone has changed stay as they are. */
export const seedTemplates = async (database: Database): Promise<void> => {
  await database
    .insert(emailTemplates)
    .values(EMAIL_TEMPLATES.map((id) => ({ id, ...DEFAULT_TEXTS[id] })))
    .onConflictDoUpdate({
      target: emailTemplates.id,
      set: { subject: sql`excluded.subject`, body: sql`excluded.body` },
      setWhere: isNull(emailTemplates.changedAt),
    });
};
