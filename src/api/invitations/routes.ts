import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { guard } from '../http/guard.ts';
import { invalidInput } from '../http/invalid-input.ts';
import { authorized } from '../kit/request.ts';
import { idParameter, json } from '../kit/responses.ts';
import type { Ports } from '../ports.ts';
import type { Env } from '../session/session.ts';
import { invite, newInvitation, resend, sentInvitation } from './invite.ts';

const tags = ['invitations'];

const inviteRoute = createRoute({
  method: 'post',
  path: '/',
  tags,
  summary: 'Invite someone to the team',
  middleware: guard('create', 'invitations'),
  request: { body: { ...json(newInvitation, 'The person and their role.'), required: true } },
  responses: { 201: json(sentInvitation, 'The invitation, with its link if it isn’t emailed.') },
});

const resendRoute = createRoute({
  method: 'post',
  path: '/{id}/resend',
  tags,
  summary: 'Send an invitation again',
  request: { params: idParameter },
  responses: { 200: json(sentInvitation, 'The invitation, with its link if it isn’t emailed.') },
});

/** Inviting, whose answer holds more than the record. */
export const invitationRoutes = (ports: Ports) =>
  new OpenAPIHono<Env>({ defaultHook: invalidInput })
    .openapi(inviteRoute, async (context) => {
      const request = authorized(ports, context, 'create', 'invitations');
      return context.json(await invite(request, context.req.valid('json')), 201);
    })
    .openapi(resendRoute, async (context) => {
      const request = authorized(ports, context, 'create', 'invitations');
      return context.json(await resend(request, context.req.valid('param').id), 200);
    });

export type InvitationRoutes = ReturnType<typeof invitationRoutes>;
