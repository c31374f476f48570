import { type ErrorHandler, Hono } from 'hono';
import { isUnavailable } from '../../database/errors.ts';
import type { Ports } from '../ports.ts';
import { linkRoutes } from './link-routes.ts';
import { brokenPage } from './other-pages.ts';
import { CUSTOMER_PATHS, protection } from './protection.ts';
import { returnRoutes } from './return-routes.ts';

/** A failed query's own message names its parameters, the token among them; its cause does not. */
const causeOf = (error: Error): unknown =>
  error.message.includes('params:') ? error.cause : error;

const broken =
  ({ log }: Ports): ErrorHandler =>
  (error, context) => {
    const away = isUnavailable(error);
    if (!away) log.error({ err: causeOf(error) }, 'a page for customers failed');
    context.header('retry-after', '30');
    return context.html(brokenPage(), away ? 503 : 500);
  };

/** The pages for customers: outside the sign-in, without a script, and weighing next to nothing. */
export const customerPages = (ports: Ports): Hono => {
  const routes = new Hono().onError(broken(ports));
  for (const path of CUSTOMER_PATHS) routes.use(path, protection(ports));
  return routes.route('/', linkRoutes(ports)).route('/', returnRoutes(ports));
};
