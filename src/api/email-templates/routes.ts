import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { eq } from 'drizzle-orm';
import type { Context } from 'hono';
import { announce } from '../../database/changes/changes.ts';
import { emailTemplates } from '../../database/schema/index.ts';
import { PLACEHOLDERS } from '../../email/placeholders.ts';
import { DEFAULT_TEXTS } from '../../email/templates/templates.ts';
import { EMAIL_TEMPLATES, type EmailTemplate } from '../../journey/outreach.ts';
import { sameFieldsOf } from '../activity/details.ts';
import { recordActivity } from '../activity/record-activity.ts';
import { guard } from '../http/guard.ts';
import { invalidInput } from '../http/invalid-input.ts';
import { jsonContent } from '../http/json-content.ts';
import { Problem } from '../http/problem.ts';
import { locked } from '../kit/locked.ts';
import { type ApiRequest, authorized } from '../kit/request.ts';
import { findRow } from '../kit/rows.ts';
import type { Ports } from '../ports.ts';
import type { Env } from '../session/session.ts';
import {
  contentToPreview,
  placeholder,
  renderedEmail,
  templateContent,
  testSent,
} from './bodies.ts';
import { previewTemplate, sendTest } from './preview.ts';
import {
  type EmailTemplateRecord,
  emailTemplateRecord,
  emailTemplatesResource,
} from './resource.ts';

const tags = ['email-templates'];
const params = z.object({ id: z.string() });

const placeholdersRoute = createRoute({
  method: 'get',
  path: '/placeholders',
  tags,
  summary: 'List the placeholders of templates',
  responses: { 200: { ...jsonContent(z.array(placeholder)), description: 'All placeholders.' } },
});

const resetRoute = createRoute({
  method: 'post',
  path: '/{id}/reset',
  tags,
  summary: 'Reset a template to default',
  request: { params },
  responses: {
    200: { ...jsonContent(emailTemplateRecord), description: 'The template after the reset.' },
  },
});

const previewRoute = createRoute({
  method: 'post',
  path: '/{id}/preview',
  tags,
  summary: 'Preview a template',
  middleware: guard('edit', 'email-templates'),
  request: { params, body: { ...jsonContent(contentToPreview), required: true } },
  responses: {
    200: { ...jsonContent(renderedEmail), description: 'The rendered email. Nothing is stored.' },
  },
});

const testRoute = createRoute({
  method: 'post',
  path: '/{id}/test',
  tags,
  summary: 'Send a test email',
  middleware: guard('edit', 'email-templates'),
  request: { params, body: { ...jsonContent(templateContent), required: true } },
  responses: { 200: { ...jsonContent(testSent), description: 'Accepted by the mail server.' } },
});

const templateOf = (id: string) => {
  const template = EMAIL_TEMPLATES.find((name) => name === id);
  if (!template) throw new Problem(404, `Email template ${id} not found.`);
  return template;
};

const resetTemplate = (request: ApiRequest, id: EmailTemplate): Promise<EmailTemplateRecord> =>
  locked(request, id, async (within) => {
    const { database } = within.ports;
    const before = await findRow(emailTemplatesResource, id, within);
    const details = DEFAULT_TEXTS[id];
    await database
      .update(emailTemplates)
      .set({ ...details, changedAt: null, changedById: null })
      .where(eq(emailTemplates.id, id));
    await announce(database, { resources: ['email-templates'] });
    await recordActivity(within, {
      ...{ action: 'reset', resource: 'email-templates', recordId: id, details },
      before: sameFieldsOf(before, details),
    });
    return findRow(emailTemplatesResource, id, within);
  });

/** Everything about email templates besides reading and editing them. */
export const emailTemplateRoutes = (ports: Ports) => {
  const allow = (context: Context<Env>, action: 'list' | 'edit') =>
    authorized(ports, context, action, 'email-templates');
  return new OpenAPIHono<Env>({ defaultHook: invalidInput })
    .openapi(placeholdersRoute, (context) => {
      allow(context, 'list');
      return context.json([...PLACEHOLDERS], 200);
    })
    .openapi(resetRoute, async (context) => {
      const request = allow(context, 'edit');
      const id = templateOf(context.req.param('id'));
      const row = await resetTemplate(request, id);
      return context.json(emailTemplateRecord.parse(row), 200);
    })
    .openapi(previewRoute, async (context) => {
      const request = allow(context, 'edit');
      const { customerId, ...content } = context.req.valid('json');
      const template = templateOf(context.req.param('id'));
      return context.json(await previewTemplate(request, template, content, customerId), 200);
    })
    .openapi(testRoute, async (context) => {
      const request = allow(context, 'edit');
      const template = templateOf(context.req.param('id'));
      const sent = await sendTest(request, template, context.req.valid('json'));
      await recordActivity(request, {
        ...{ action: 'test', resource: 'email-templates', recordId: template },
        details: sent,
      });
      return context.json(sent, 200);
    });
};

export type EmailTemplateRoutes = ReturnType<typeof emailTemplateRoutes>;
