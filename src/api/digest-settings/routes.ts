import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { renderDigest } from '../../alerts/digest/digest-email.ts';
import { digestSince } from '../../alerts/digest/due.ts';
import { recordActivity } from '../activity/record-activity.ts';
import { guard } from '../http/guard.ts';
import { invalidInput } from '../http/invalid-input.ts';
import { NO_SMTP, Problem } from '../http/problem.ts';
import { type ApiRequest, authorized } from '../kit/request.ts';
import { idParameter, json } from '../kit/responses.ts';
import { findRow } from '../kit/rows.ts';
import type { Ports } from '../ports.ts';
import type { Env } from '../session/session.ts';
import { digestSettingsResource } from './resource.ts';

const sendRoute = createRoute({
  method: 'post',
  path: '/{id}/send',
  tags: ['digest-settings'],
  summary: 'Send yourself a digest now',
  middleware: guard('edit', 'digest-settings'),
  request: { params: idParameter },
  responses: { 200: json(z.object({ to: z.string() }), 'Accepted by the mail server.') },
});

/**
 * Sends the person their digest, whether or not one is due. The next one tells the same again.
 * @throws Problem 409 without SMTP, 502 with the mail server’s explanation when it rejects the email
 */
const sendNow = async (request: ApiRequest, id: string): Promise<{ to: string }> => {
  const { ports, person, now } = request;
  const { database, mailer, publicUrl } = ports;
  if (!mailer) throw new Problem(409, NO_SMTP);
  const settings = await findRow(digestSettingsResource, id, request);
  const asked = { person, timeZone: settings.timeZone, publicUrl };
  const since = digestSince(settings, now);
  const outcome = await mailer.send({
    id: crypto.randomUUID(),
    to: { name: person.name, address: person.email },
    ...(await renderDigest(database, { ...asked, since, until: now })),
  });
  if (!outcome.sent) throw new Problem(502, `The mail server rejected it: ${outcome.problem}`);
  await recordActivity(request, {
    ...{ action: 'send', resource: 'digest-settings', recordId: id },
  });
  return { to: person.email };
};

/** Digests beyond their settings. */
export const digestRoutes = (ports: Ports) =>
  new OpenAPIHono<Env>({ defaultHook: invalidInput }).openapi(sendRoute, async (context) => {
    const request = authorized(ports, context, 'edit', 'digest-settings');
    return context.json(await sendNow(request, context.req.valid('param').id), 200);
  });

export type DigestRoutes = ReturnType<typeof digestRoutes>;
