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
  const { singleSignOn } = ports;
  const routes = new Hono();
  if (!singleSignOn) return routes;
  const limit = createRateLimit(ports, RATE);
  const limited: MiddlewareHandler = async (context, next) => {
    const seconds = limit.take(context);
    if (seconds !== null) throw tooMany(seconds);
    await next();
  };
  routes.get('/sign-in/oidc', limited, ({ req }) =>
    singleSignOn.start(page.parse(req.query('to')), req.raw.headers),
  );
  routes.get('/callback/oidc', limited, (context) =>
    singleSignOn.finish(context.req.raw, ports.addressOf(context)),
  );
  return routes;
};
