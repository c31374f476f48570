import { Hono } from 'hono';
import { z } from 'zod';
import { failuresOf } from '../failure-messages.ts';
import { signInPage } from '../pages/sign-in-page.ts';
import { signedInPage } from '../pages/signed-in-page.ts';
import { createNavigation, isAt, type SessionEnv, type SessionPorts } from './session-context.ts';
import type { Chosen } from './visit.ts';

/** The outcomes that the customer can choose on the software's page. */
const outcomesOf = ({ integration }: Chosen) =>
  z.object({
    outcome: z.enum(['approve', 'cancelled', ...failuresOf(integration.isOfflineConnector)]),
  });

/** The second tab: the software's own sign-in. */
export const signInRoutes = (ports: SessionPorts): Hono<SessionEnv> => {
  const { steps, paths } = ports;
  const navigate = createNavigation(ports);
  const routes = new Hono<SessionEnv>();

  routes.get('/sign-in', (context) => {
    const { visit } = context.var;
    if (!visit.chosen || isAt(visit, 'review')) return navigate.onward(context);
    return isAt(visit, 'waiting')
      ? context.html(signInPage(visit, visit.chosen, paths))
      : navigate.to(context, 'signed-in');
  });

  routes.post('/sign-in', async (context) => {
    const { visit } = context.var;
    if (!visit.chosen || !isAt(visit, 'waiting')) return navigate.to(context, 'sign-in');
    const { data } = outcomesOf(visit.chosen).safeParse(await context.req.parseBody());
    if (data?.outcome === 'approve') steps.approve(visit, visit.chosen.connection.id);
    else if (data) steps.fail(visit, visit.chosen.connection.id, data.outcome);
    return navigate.to(context, data ? 'signed-in' : 'sign-in');
  });

  routes.get('/signed-in', (context) => {
    const { visit } = context.var;
    return visit.chosen && isAt(visit, 'done', 'failed')
      ? context.html(signedInPage(visit, visit.chosen, paths))
      : navigate.to(context, 'sign-in');
  });

  return routes;
};
