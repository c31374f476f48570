import type { MiddlewareHandler } from 'hono';
import { Problem } from './problem.ts';

const originOf = (address: string): string => URL.parse(address)?.origin ?? 'null';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Rejects requests that change something when a browser sends them from another site. Browsers say where a request
 * comes from in headers that pages can't forge, though not in all of them: pages can leave out `Referer`, and old
 * browsers the others. Each one that is there must name us. Other programs send none, and hold nobody's cookies.
 * https://owasp.org/www-community/attacks/csrf
 */
export const requireSameOrigin =
  (publicUrl: string): MiddlewareHandler =>
  async ({ req }, next) => {
    const site = req.header('sec-fetch-site');
    const own = [new URL(req.url).origin, new URL(publicUrl).origin];
    const isForeign = (origin: string | undefined) => origin !== undefined && !own.includes(origin);
    const referer = req.header('referer');
    const foreign =
      (site !== undefined && site !== 'same-origin' && site !== 'none') ||
      isForeign(req.header('origin')) ||
      isForeign(referer && originOf(referer));
    if (foreign && !READING.has(req.method))
      throw new Problem(403, `Open Unstuck at ${publicUrl}.`);
    await next();
  };
