import type { z } from '@hono/zod-openapi';
import { eq, getTableColumns } from 'drizzle-orm';
import { emailTemplates } from '../../database/schema/index.ts';
import { checkTemplate } from '../../email/check.ts';
import type { TemplateText } from '../../email/render.ts';
import type { EmailTemplate } from '../../journey/outreach.ts';
import { words } from '../email-templates/bodies.ts';
import { Problem } from '../problem.ts';
import { recordOf } from '../records.ts';
import { change, type Resource } from '../resource.ts';
import { writable } from '../writable.ts';

export const emailTemplateRecord = recordOf(emailTemplates);
export type EmailTemplateRecord = z.output<typeof emailTemplateRecord>;

/** @throws Problem 422 that says what is wrong, and in which line */
export const refuseFaults = (template: EmailTemplate, given: TemplateText): void => {
  const errors = checkTemplate(template, given);
  const sentences = Object.values(errors);
  if (sentences.length > 0) throw new Problem(422, sentences.join(' '), { errors });
};

export const emailTemplatesResource: Resource = {
  name: 'email-templates',
  table: emailTemplates,
  record: emailTemplateRecord,
  fields: () => getTableColumns(emailTemplates),
  searched: [emailTemplates.subject, emailTemplates.body],
  defaultSort: ['id', 'ASC'],
  update: change(
    writable(emailTemplateRecord, words.shape),
    async ({ ports, person, now }, row, changes) => {
      const { id, subject, body } = row as EmailTemplateRecord;
      const changed = { subject, body, ...changes };
      if (changed.subject === subject && changed.body === body) return;
      refuseFaults(id, changed);
      await ports.database
        .update(emailTemplates)
        .set({ ...changed, changedAt: now, changedById: person.id })
        .where(eq(emailTemplates.id, id));
    },
  ),
};
