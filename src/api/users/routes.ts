import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { workloads } from '../../database/metrics/workload.ts';
import { makePasswordLink } from '../../email/account/account-links.ts';
import { recordActivity } from '../activity/record-activity.ts';
import { invalidInput } from '../http/invalid-input.ts';
import { Problem } from '../http/problem.ts';
import { inTransaction } from '../kit/locked.ts';
import { authorized } from '../kit/request.ts';
import { idParameter, json } from '../kit/responses.ts';
import { findRow } from '../kit/rows.ts';
import type { Ports } from '../ports.ts';
import type { Env } from '../session/session.ts';
import { usersResource } from './resource.ts';

const workload = z.object({
  id: z.string(),
  portfolio: z.int(),
  cases: z.int(),
  openCases: z.int(),
});
export type Workload = z.output<typeof workload>;

const workloadsRoute = createRoute({
  method: 'get',
  path: '/workloads',
  tags: ['users'],
  summary: 'Show what is in each person’s hands',
  responses: {
    200: json(z.array(workload), 'The customers of each person, former ones included.'),
  },
});

const passwordLinkRoute = createRoute({
  method: 'post',
  path: '/{id}/password-link',
  tags: ['users'],
  summary: 'Send someone a link to choose a new password',
  request: { params: idParameter },
  responses: {
    202: json(
      z.object({ link: z.url().optional() }),
      'The link to pass on, shown only here. Missing if it is emailed.',
    ),
  },
});

/** What administrators can do about people besides changing them. */
export const userRoutes = (ports: Ports) =>
  new OpenAPIHono<Env>({ defaultHook: invalidInput })
    .openapi(workloadsRoute, async (context) => {
      const request = authorized(ports, context, 'edit', 'users');
      return context.json(await workloads(request.ports.database), 200);
    })
    .openapi(passwordLinkRoute, async (context) => {
      const request = authorized(ports, context, 'edit', 'users');
      const user = await findRow(usersResource, context.req.valid('param').id, request);
      if (!user.active) throw new Problem(409, `${user.name} has left. Reactivate them first.`);
      if (ports.singleSignOn && !(await ports.singleSignOn.mayUsePassword(user.id)))
        throw new Problem(409, `${user.name} signs in with single sign-on, not with a password.`);
      const link = await inTransaction(request, async (within) => {
        const { database, mailer, publicUrl } = within.ports;
        await recordActivity(within, {
          ...{ resource: 'users', action: 'send-password-link', recordId: user.id },
        });
        if (!mailer) return makePasswordLink(database, publicUrl, user.id, within.now);
        const email = { kind: 'password', email: user.email, sentById: within.person.id } as const;
        await mailer.deliverAccountEmail(database, email);
        return undefined;
      });
      return context.json({ ...(link && { link }) }, 202);
    });

export type UserRoutes = ReturnType<typeof userRoutes>;
