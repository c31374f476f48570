import type { MiddlewareHandler } from 'hono';
import { Problem } from './problem.ts';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses requests that change something when a browser sends them from another site. Browsers say where a request
 * comes from in headers that pages can't forge; a program that is no browser sends neither, and has no one's cookies.
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
      throw new Problem(403, `Requests from other sites are not accepted; open ${publicUrl}.`);
    await next();
  };
