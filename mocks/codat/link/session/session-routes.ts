import { Hono } from 'hono';
import { z } from 'zod';
import { INTEGRATIONS } from '../../integrations.ts';
import type { Html } from '../pages/document.ts';
import { donePage } from '../pages/done-page.ts';
import { failedPage } from '../pages/failed-page.ts';
import { problemPage } from '../pages/problem-page.ts';
import { reviewPage } from '../pages/review-page.ts';
import { softwarePage } from '../pages/software-page.ts';
import { waitingPage } from '../pages/waiting-page.ts';
import type { Paths } from '../paths.ts';
import type { Ending, Reserved } from '../redirect.ts';
import { createNavigation, isAt, type SessionEnv, type SessionPorts } from './session-context.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { type Chosen, type PageName, type Visit, visitOf } from './visit.ts';

type Page = {
  render: (visit: Visit, chosen: Chosen, paths: Paths) => Html;
  /** Where a visit must be for the page to make sense. */
  at: PageName[];
};

const PAGES: Record<Exclude<PageName, 'software'>, Page> = {
  review: { render: reviewPage, at: ['review', 'waiting', 'failed'] },
  waiting: { render: waitingPage, at: ['waiting'] },
  failed: { render: failedPage, at: ['failed'] },
  done: { render: donePage, at: ['done'] },
};

const selection = z.object({ key: z.enum(INTEGRATIONS.map(({ key }) => key)) });

const reservedOf = ({ company, chosen }: Visit): Reserved => ({
  companyId: company.id,
  connectionId: chosen?.connection.id ?? '',
  platform: chosen?.integration.key ?? '',
  platformName: chosen?.integration.name ?? '',
  integrationId: chosen?.integration.integrationId ?? '',
  sourceId: chosen?.integration.sourceId ?? '',
  sourceType: chosen?.integration.sourceType ?? '',
});

/** A visit's pages and forms. Each redirects to the visit's current page where it doesn't apply. */
export const sessionRoutes = (ports: SessionPorts): Hono<SessionEnv> => {
  const { world, sessions, steps, paths, fillRedirect } = ports;
  const navigate = createNavigation(ports);
  const routes = new Hono<SessionEnv>();

  const leave = (visit: Visit, ending: Ending): string =>
    fillRedirect(reservedOf(visit), visit.session.parameters, ending);

  routes.use('/:session/*', async (context, next) => {
    const session = sessions.find(context.req.param('session'));
    const visit = session && visitOf(world, session);
    if (!visit) return context.html(problemPage('forgotten', paths), 404);
    context.set('visit', visit);
    await next();
  });

  routes.get('/:session/software', (context) =>
    context.html(softwarePage(context.var.visit, paths, context.req.query('q') ?? '')),
  );

  for (const [name, { render, at }] of Object.entries(PAGES))
    routes.get(`/:session/${name}`, (context) => {
      const { visit } = context.var;
      return visit.chosen && isAt(visit, ...at)
        ? context.html(render(visit, visit.chosen, paths))
        : navigate.onward(context);
    });

  routes.route('/:session', signInRoutes(ports));

  routes.post('/:session/software', async (context) => {
    const { data } = selection.safeParse(await context.req.parseBody());
    if (data) steps.select(context.var.visit, data.key);
    return navigate.onward(context);
  });

  routes.post('/:session/consent', (context) => {
    if (isAt(context.var.visit, 'review', 'waiting')) steps.consent(context.var.visit);
    return navigate.onward(context);
  });

  routes.post('/:session/retry', (context) => {
    steps.retry(context.var.visit);
    return navigate.onward(context);
  });

  routes.post('/:session/finish', (context) => {
    const { visit } = context.var;
    return isAt(visit, 'done')
      ? context.redirect(leave(visit, steps.finish(visit)), 303)
      : navigate.onward(context);
  });

  routes.post('/:session/leave', (context) => {
    const { visit } = context.var;
    return isAt(visit, 'done')
      ? navigate.onward(context)
      : context.redirect(leave(visit, steps.leave(visit)), 303);
  });

  routes.post('/:session/unlisted', ({ var: { visit }, redirect }) =>
    redirect(leave({ ...visit, chosen: null }, steps.leaveUnlisted(visit)), 303),
  );

  return routes;
};
