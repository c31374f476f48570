import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { eq } from 'drizzle-orm';
import type { Context } from 'hono';
import { emails } from '../../database/schema/index.ts';
import { guard } from '../http/guard.ts';
import { invalidInput } from '../http/invalid-input.ts';
import { jsonContent } from '../http/json-content.ts';
import { idempotencyHeader } from '../kit/create.ts';
import { authorized } from '../kit/request.ts';
import { findRow } from '../kit/rows.ts';
import type { Ports } from '../ports.ts';
import type { Env } from '../session/session.ts';
import { newEmail, newEmails } from './bodies.ts';
import { bulkRow, previewBulk, sendBulk } from './bulk.ts';
import { emailPreview, previewEmail } from './preview.ts';
import { emailsResource } from './resource.ts';

const tags = ['emails'];

const post = <P extends string, B extends z.ZodType, A extends z.ZodType>(
  path: P,
  summary: string,
  body: B,
  answer: A,
) =>
  createRoute({
    method: 'post',
    path,
    tags,
    summary,
    middleware: guard('create', 'emails'),
    request: { body: { ...jsonContent(body), required: true }, headers: idempotencyHeader },
    responses: { 200: { ...jsonContent(answer), description: summary } },
  });

const content = z.object({ id: z.uuid(), html: z.string(), text: z.string() });

const contentRoute = createRoute({
  method: 'get',
  path: '/{id}/content',
  tags,
  summary: 'Show an email’s content',
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: { ...jsonContent(content), description: 'The content as sent.' } },
});

/** Everything about emails besides sending one: previews, content and bulk emails. */
export const emailRoutes = (ports: Ports) => {
  // The content of an email has the customer’s link in it: only those who may send one see it.
  const allow = (context: Context<Env>) => authorized(ports, context, 'create', 'emails');
  return new OpenAPIHono<Env>({ defaultHook: invalidInput })
    .openapi(post('/preview', 'Preview an email', newEmail, emailPreview), async (context) => {
      const request = allow(context);
      return context.json(await previewEmail(request, context.req.valid('json')), 200);
    })
    .openapi(
      post('/bulk-preview', 'Preview a bulk email', newEmails, z.array(bulkRow)),
      async (context) => {
        const request = allow(context);
        return context.json(await previewBulk(request, context.req.valid('json')), 200);
      },
    )
    .openapi(post('/bulk', 'Send a bulk email', newEmails, z.array(bulkRow)), async (context) => {
      const request = allow(context);
      return context.json(await sendBulk(request, context.req.valid('json')), 200);
    })
    .openapi(contentRoute, async (context) => {
      const { id } = await findRow(emailsResource, context.req.param('id'), allow(context));
      const [email] = await ports.database.select().from(emails).where(eq(emails.id, id));
      return context.json({ id, html: email?.html ?? '', text: email?.text ?? '' }, 200);
    });
};

export type EmailRoutes = ReturnType<typeof emailRoutes>;
