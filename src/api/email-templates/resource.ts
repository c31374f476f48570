import type { z } from '@hono/zod-openapi';
import { eq, getTableColumns } from 'drizzle-orm';
import { emailTemplates } from '../../database/schema/index.ts';
import { checkTemplate } from '../../email/check.ts';
import type { EmailTemplate } from '../../journey/outreach.ts';
import { Problem } from '../http/problem.ts';
import { recordOf } from '../kit/record-schema.ts';
import type { Resource } from '../kit/resource.ts';
import { update } from '../kit/update.ts';
import { writable } from '../kit/writable.ts';
import { type TemplateContent, templateContent } from './bodies.ts';

export const emailTemplateRecord = recordOf(emailTemplates);
export type EmailTemplateRecord = z.output<typeof emailTemplateRecord>;

/** @throws Problem 422 that names each error and its line */
export const assertValid = (template: EmailTemplate, content: TemplateContent): void => {
  const errors = checkTemplate(template, content);
  const sentences = Object.values(errors);
  if (sentences.length > 0) throw new Problem(422, sentences.join(' '), { errors });
};

export const emailTemplatesResource: Resource<EmailTemplateRecord> = {
  name: 'email-templates',
  table: emailTemplates,
  record: emailTemplateRecord,
  fields: () => getTableColumns(emailTemplates),
  select: ({ ports: { database } }) => database.select().from(emailTemplates).$dynamic(),
  searched: [emailTemplates.subject, emailTemplates.body],
  customer: null,
  defaultSort: ['id', 'ASC'],
  update: update(
    writable(emailTemplateRecord, templateContent.shape),
    async ({ ports, person, now }, row, changes) => {
      const { id, subject, body } = row;
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
