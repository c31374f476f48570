import type { Context } from 'hono';
import type { World } from '../../world/world.ts';
import type { Paths } from '../paths.ts';
import type { createRedirect } from '../redirect.ts';
import type { Sessions } from './sessions.ts';
import type { Steps } from './steps.ts';
import { type PageName, pageOf, type Visit, visitOf } from './visit.ts';

export type SessionEnv = { Variables: { visit: Visit } };

export type SessionPorts = {
  world: World;
  sessions: Sessions;
  steps: Steps;
  paths: Paths;
  fillRedirect: ReturnType<typeof createRedirect>;
};

export const isAt = (visit: Visit, ...pages: PageName[]): boolean => pages.includes(pageOf(visit));

/** Redirects to a named page of the visit, or onward to its current page. */
export const createNavigation = ({ world, paths }: Pick<SessionPorts, 'world' | 'paths'>) => {
  const to = (context: Context<SessionEnv>, page: string): Response =>
    context.redirect(paths.session(context.var.visit.session.id)(page), 303);
  const onward = (context: Context<SessionEnv>): Response => {
    const visit = visitOf(world, context.var.visit.session);
    return to(context, visit ? pageOf(visit) : 'software');
  };
  return { to, onward };
};
