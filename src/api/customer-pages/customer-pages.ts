import { type ErrorHandler, Hono } from 'hono';
import { isPassing } from '../../database/errors.ts';
import { Problem } from '../http/problem.ts';
import type { ReadBody } from '../http/read-body.ts';
import type { Ports } from '../ports.ts';
import { linkRoutes } from './link-routes.ts';
import { errorPage, tooManyPage } from './other-pages.ts';
import { CUSTOMER_PATHS, protection } from './protection.ts';
import { returnRoutes } from './return-routes.ts';

const handleError =
  ({ log }: Ports): ErrorHandler =>
  (error, context) => {
    if (error instanceof Problem) {
      for (const [name, value] of Object.entries(error.extras.headers ?? {}))
        context.header(name, value);
      return context.html(error.status === 429 ? tooManyPage() : errorPage(), error.status);
    }
    const away = isPassing(error);
    if (!away) log.error({ err: error }, 'a page for customers failed');
    context.header('retry-after', '30');
    return context.html(errorPage(), away ? 503 : 500);
  };

/** The pages for customers: no sign-in, no scripts, and very light. */
export const customerPages = (ports: Ports, readBody: ReadBody): Hono => {
  const routes = new Hono().onError(handleError(ports));
  for (const path of CUSTOMER_PATHS) routes.use(path, protection(ports));
  return routes.route('/', linkRoutes(ports, readBody)).route('/', returnRoutes(ports));
};
