import type { z } from '@hono/zod-openapi';
import { eq, getTableColumns } from 'drizzle-orm';
import { emailTemplates } from '../../database/schema/index.ts';
import { checkWords } from '../../email/check.ts';
import type { EmailTemplate } from '../../journey/outreach.ts';
import { Problem } from '../http/problem.ts';
import { recordOf } from '../kit/record-schema.ts';
import { change, type Resource } from '../kit/resource.ts';
import { writable } from '../kit/writable.ts';
import { type TemplateContent, templateContent } from './bodies.ts';

export const emailTemplateRecord = recordOf(emailTemplates);
export type EmailTemplateRecord = z.output<typeof emailTemplateRecord>;

/** @throws Problem 422 that names each error and its line */
export const assertValid = (template: EmailTemplate, content: TemplateContent): void => {
  const errors = checkWords(template, content);
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
    writable(emailTemplateRecord, templateContent.shape),
    async ({ ports, person, now }, row, changes) => {
      const { id, subject, body } = emailTemplateRecord.parse(row);
      const changed = { subject, body, ...changes };
      if (changed.subject === subject && changed.body === body) return;
      assertValid(id, changed);
      await ports.database
        .update(emailTemplates)
        .set({ ...changed, changedAt: now, changedById: person.id })
        .where(eq(emailTemplates.id, id));
    },
  ),
};
