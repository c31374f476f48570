import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { eq } from 'drizzle-orm';
import type { Context } from 'hono';
import { announce } from '../../database/changes.ts';
import { emailTemplates } from '../../database/schema/index.ts';
import { PLACEHOLDERS } from '../../email/placeholders.ts';
import { DEFAULT_TEXTS } from '../../email/templates/templates.ts';
import { EMAIL_TEMPLATES } from '../../journey/outreach.ts';
import { recordActivity } from '../activity/record-activity.ts';
import { invalidInput } from '../http/invalid-input.ts';
import { jsonContent } from '../http/json-content.ts';
import { Problem } from '../http/problem.ts';
import { authorized } from '../kit/request.ts';
import { findRow } from '../kit/rows.ts';
import type { Ports } from '../ports.ts';
import type { Env } from '../session/session.ts';
import { placeholder, renderedEmail, testSent, words, wordsToPreview } from './bodies.ts';
import { sendTrial, tryWords } from './preview.ts';
import { emailTemplateRecord, emailTemplatesResource } from './resource.ts';

const tags = ['email-templates'];
const params = z.object({ id: z.string() });

const placeholdersRoute = createRoute({
  method: 'get',
  path: '/placeholders',
  tags,
  summary: 'What templates may name between double braces',
  responses: { 200: { ...jsonContent(z.array(placeholder)), description: 'All of them.' } },
});

const resetRoute = createRoute({
  method: 'post',
  path: '/{id}/reset',
  tags,
  summary: 'Go back to the words that came with this version',
  request: { params },
  responses: {
    200: { ...jsonContent(emailTemplateRecord), description: 'The template as it is now.' },
  },
});

const previewRoute = createRoute({
  method: 'post',
  path: '/{id}/preview',
  tags,
  summary: 'See how words would look',
  request: { params, body: { ...jsonContent(wordsToPreview), required: true } },
  responses: {
    200: { ...jsonContent(renderedEmail), description: 'Filled in; nothing is stored.' },
  },
});

const testRoute = createRoute({
  method: 'post',
  path: '/{id}/test',
  tags,
  summary: 'Send words to yourself',
  request: { params, body: { ...jsonContent(words), required: true } },
  responses: { 200: { ...jsonContent(testSent), description: 'The mail server took it.' } },
});

const templateOf = (id: string) => {
  const template = EMAIL_TEMPLATES.find((one) => one === id);
  if (!template) throw new Problem(404, `There is no record ${id} among the email-templates.`);
  return template;
};

/** What administrators do with the words of e-mails, beside changing them. */
export const emailTemplateRoutes = (ports: Ports): OpenAPIHono<Env> => {
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
      await ports.database
        .update(emailTemplates)
        .set({ ...DEFAULT_TEXTS[id], changedAt: null, changedById: null })
        .where(eq(emailTemplates.id, id));
      await announce(ports.database, { resources: ['email-templates'] });
      await recordActivity(request, { action: 'reset', resource: 'email-templates', recordId: id });
      const row = await findRow(emailTemplatesResource, id, request);
      return context.json(emailTemplateRecord.parse(row), 200);
    })
    .openapi(previewRoute, async (context) => {
      const request = allow(context, 'edit');
      const { customerId, ...given } = context.req.valid('json');
      const template = templateOf(context.req.param('id'));
      return context.json(await tryWords(request, template, given, customerId), 200);
    })
    .openapi(testRoute, async (context) => {
      const request = allow(context, 'edit');
      const template = templateOf(context.req.param('id'));
      return context.json(await sendTrial(request, template, context.req.valid('json')), 200);
    });
};
