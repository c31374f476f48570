import { Hono } from 'hono';
import { z } from 'zod';
import { logActivity } from '../../database/activity.ts';
import { createBudget } from '../activity/budget.ts';
import { Problem } from '../http/problem.ts';
import { createRateLimit, type Rate, tooMany } from '../http/rate-limit.ts';
import { type ReadBody, readFirst } from '../http/read-body.ts';
import type { Ports } from '../ports.ts';
import { accountEmail } from './account-email.ts';

/** Each may send an email. */
const REQUESTS: Rate = { perAddress: 10, inAll: 120 };

/** In KiB: an email address. */
const BODY = 16;

const forgotten = z.object({ email: accountEmail.toLowerCase() });

const ANSWER = { message: 'If someone on the team has this address, a link is on its way.' };

/**
 * `POST /`: emails a link to choose a new password. Whether the address is known is found out later, in the job, so that
 * neither the answer nor the time it takes tells.
 */
export const passwordResetRoutes = (ports: Ports, readBody: ReadBody): Hono => {
  const requests = createRateLimit(ports, REQUESTS);
  const budget = createBudget(ports.now);
  return new Hono().post('/', readFirst(readBody, BODY), async (context) => {
    const { mailer, database } = ports;
    if (!mailer) throw new Problem(503, 'Email isn’t set up. Ask an admin for a link.');
    const seconds = requests.take(context);
    if (seconds !== null) throw tooMany(seconds);
    const sent = forgotten.safeParse(await context.req.json().catch(() => null));
    if (!sent.success) {
      const sentence = 'Enter a valid email address.';
      throw new Problem(422, sentence, { errors: { email: sentence } });
    }
    const email = { kind: 'password', email: sent.data.email, sentById: null } as const;
    await mailer.deliverAccountEmail(database, email);
    const address = ports.addressOf(context);
    const missed = budget(address ?? '');
    if (missed !== null)
      await logActivity(database, { kind: 'stranger', address, at: ports.now() }, [
        {
          // Like a failed sign-in it changes nothing, and expires.
          ...{ resource: 'sign-ins', action: 'fail', recordId: '' },
          details: { email: email.email, forgotten: true, ...(missed > 0 && { missed }) },
        },
      ]);
    return context.json(ANSWER, 202);
  });
};
