import { Hono, type MiddlewareHandler } from 'hono';
import { z } from 'zod';
import { createRateLimit, tooMany } from '../../http/rate-limit.ts';
import type { Ports } from '../../ports.ts';

/** In a minute. An office behind one address signs in at the same time in the morning. */
const RATE = { perAddress: 120, inAll: 1200 };

/** The page to return to, as its address has it behind the hash. */
const page = z.string().startsWith('/').max(2000).catch('/');

/** Sign-in at the provider. Browsers are sent there and back, so both answers are redirects. */
export const singleSignOnRoutes = (ports: Ports) => {
  const { singleSignOn, publicUrl } = ports;
  const routes = new Hono();
  if (!singleSignOn) return routes;
  const limit = createRateLimit(ports, RATE);
  const limited: MiddlewareHandler = async (context, next) => {
    const seconds = limit.take(context);
    if (seconds !== null) throw tooMany(seconds);
    await next();
  };
  routes.get('/sign-in/oidc', limited, async (context) => {
    const { req } = context;
    const to = page.parse(req.query('to'));
    // Nobody is signed in without wanting it, as by a link or an image of another site.
    const site = req.header('sec-fetch-site') ?? 'none';
    if (site !== 'same-origin' && site !== 'none')
      return context.redirect(`${publicUrl}/#/login?${new URLSearchParams({ to })}`);
    return singleSignOn.start(to, req.raw.headers);
  });
  routes.get('/callback/oidc', limited, (context) =>
    singleSignOn.finish(context.req.raw, ports.addressOf(context)),
  );
  return routes;
};
