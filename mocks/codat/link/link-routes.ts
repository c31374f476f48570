import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { every } from 'hono/combine';
import { z } from 'zod';
import type { SimulationSwitch } from '../simulation-switch.ts';
import type { World } from '../world/world.ts';
import type { LinkKind, OneTimeLinks } from './one-time-links.ts';
import { indexPage } from './pages/index-page.ts';
import { portalPage } from './pages/portal-page.ts';
import { PROBLEMS, type Problem, problemPage } from './pages/problem-page.ts';
import { FOLLOW_SCRIPT } from './pages/waiting-page.ts';
import { createPaths } from './paths.ts';
import { protection } from './protection.ts';
import { createRedirect, STATUS_CODES } from './redirect.ts';
import type { CallbackPorts } from './session/callbacks.ts';
import { sessionRoutes } from './session/session-routes.ts';
import { createSessions, type Sessions } from './session/sessions.ts';
import { createSteps } from './session/steps.ts';
import { pageOf, visitOf } from './session/visit.ts';
import { FRAME } from './style/frame.ts';
import { PALETTE } from './style/palette.ts';
import { PARTS } from './style/parts.ts';
import { SOFTWARE_PAGE } from './style/software-page.ts';

const MAX_FORM_BYTES = 16 * 1024;
/** The one stylesheet of all pages. */
const STYLESHEET = PALETTE + FRAME + PARTS + SOFTWARE_PAGE;
const CACHED = { 'cache-control': 'public, max-age=300' };

export type LinkPorts = CallbackPorts & {
  world: World;
  links: OneTimeLinks;
  /** Where customers end, with Codat's {placeholders}; null for a pretend portal. */
  redirectUrl: string | null;
  simulation: SimulationSwitch | null;
};

type Start = Parameters<Sessions['start']>[0];

const placeOf = (world: World, connectionId: string) => {
  try {
    return world.place(connectionId);
  } catch {
    return null; // Removed after the link was issued.
  }
};

/** What a Link URL opens; null if it was deleted. A connection's own URL goes straight to the software's sign-in. */
const startOf = (world: World, kind: LinkKind, id: string): Omit<Start, 'parameters'> | null => {
  if (kind === 'company') return world.companies.has(id) ? { companyId: id } : null;
  const place = placeOf(world, id);
  return (
    place && {
      companyId: place.company.id,
      connectionId: id,
      consented: true,
      alreadyLinked: place.connection.status === 'Linked',
    }
  );
};

const ending = z.coerce.number().pipe(z.literal(STATUS_CODES)).catch(200);

/**
 * Link as a customer sees it, from a Link URL to the redirect, and the sandbox's start page. The host mounts it at the
 * path of its public URL.
 * @throws Error when the redirect URL is not a web address, or its host contains a placeholder
 */
export const linkRoutes = ({
  world,
  links,
  redirectUrl,
  simulation,
  ...ports
}: LinkPorts): Hono => {
  const paths = createPaths(links.publicUrl);
  const template = redirectUrl ?? `${links.publicUrl}/link/welcome-back?statusCode={statusCode}`;
  const fillRedirect = createRedirect(template);
  const sessions = createSessions(ports);
  const steps = createSteps({ world, ...ports });
  const routes = new Hono();

  const guard = every(protection(template), bodyLimit({ maxSize: MAX_FORM_BYTES }));
  for (const path of ['/', '/open', '/simulation', '/link/*']) routes.use(path, guard);

  const refuse = (context: Context, problem: Problem): Response | Promise<Response> =>
    context.html(problemPage(problem, paths), PROBLEMS[problem].status);

  const openLink = (kind: LinkKind) => (context: Context<object, '/:id'>) => {
    const id = context.req.param('id');
    const { otp = '', ...parameters } = context.req.query();
    const redemption = links.redeem(kind, id, otp);
    if (redemption !== 'accepted') return refuse(context, redemption);
    const start = startOf(world, kind, id);
    if (!start) return refuse(context, 'unknown');
    const session = sessions.start({ ...start, parameters });
    const visit = visitOf(world, session);
    return context.redirect(paths.session(session.id)(visit ? pageOf(visit) : 'software'), 303);
  };

  return routes
    .get('/', (context) => context.html(indexPage(world.companies.values(), paths, simulation)))
    .post('/open', async (context) => {
      const { companyId } = await context.req.parseBody();
      return typeof companyId === 'string' && world.companies.has(companyId)
        ? context.redirect(links.company(companyId), 303)
        : context.redirect(paths.index, 303);
    })
    .post('/simulation', async (context) => {
      const { on } = await context.req.parseBody();
      simulation?.turn(on === 'yes');
      return context.redirect(paths.index, 303);
    })
    .get('/link/link.css', ({ body }) =>
      body(STYLESHEET, 200, { 'content-type': 'text/css; charset=utf-8', ...CACHED }),
    )
    .get('/link/follow.js', ({ body }) =>
      body(FOLLOW_SCRIPT, 200, { 'content-type': 'text/javascript; charset=utf-8', ...CACHED }),
    )
    .get('/link/welcome-back', (context) =>
      context.html(portalPage(ending.parse(context.req.query('statusCode')), paths)),
    )
    .get('/link/company/:id', openLink('company'))
    .get('/link/connections/:id/start', openLink('connection'))
    .route('/link/session', sessionRoutes({ world, sessions, steps, paths, fillRedirect }))
    .all('/link/*', (context) => refuse(context, 'unknown'));
};
