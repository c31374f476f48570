import type { MiddlewareHandler } from 'hono';
import { Problem } from './problem.ts';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Rejects requests that change something when a browser sends them from another site. Browsers say where a request
 * comes from in headers that pages can't forge. Other programs send neither header, and hold nobody's cookies.
 * https://owasp.org/www-community/attacks/csrf
 */
export const requireSameOrigin =
  (publicUrl: string): MiddlewareHandler =>
  async ({ req }, next) => {
    const site = req.header('sec-fetch-site');
    const origin = req.header('origin');
    const own = [new URL(req.url).origin, new URL(publicUrl).origin];
    const foreign = site
      ? site !== 'same-origin' && site !== 'none'
      : origin !== undefined && !own.includes(origin);
    if (foreign && !READING.has(req.method))
      throw new Problem(403, `Open Unstuck at ${publicUrl}.`);
    await next();
  };
