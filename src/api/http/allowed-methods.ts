import type { Env, Hono, MiddlewareHandler } from 'hono';
import { TrieRouter } from 'hono/router/trie-router';
import { Problem } from './problem.ts';

const ORDER = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** The methods of every path of an app. HEAD goes without saying where there is GET. */
const methodsByPath = ({ routes }: Pick<Hono, 'routes'>): Map<string, string[]> => {
  const methods = new Map<string, string[]>();
  for (const { path, method } of routes)
    if (method !== 'ALL')
      methods.set(
        path,
        ORDER.filter((one) => one === method || methods.get(path)?.includes(one)),
      );
  return methods;
};

/**
 * Answers methods that a path doesn’t have with 405 and the ones it has. Hono’s own `methodNotAllowed` only looks when
 * nothing matched, so that it takes `GET /api/emails/preview` for an email with the ID “preview”.
 */
export const allowedMethods = <E extends Env>(app: Hono<E>): MiddlewareHandler => {
  let exact: Map<string, string[]> | undefined;
  const patterns = new TrieRouter<string[]>();
  /** When the first request arrives, all routes are there. */
  const known = (): Map<string, string[]> => {
    if (exact) return exact;
    exact = methodsByPath(app);
    for (const [path, methods] of exact) patterns.add('ALL', path, methods);
    return exact;
  };
  return async ({ req: { path, method } }, next) => {
    const allowed = known().get(path) ?? patterns.match('ALL', path)[0].flatMap(([found]) => found);
    if (allowed.length > 0 && !allowed.includes(method === 'HEAD' ? 'GET' : method))
      throw new Problem(405, `${method} isn’t possible here, only ${allowed.join(', ')}.`, {
        headers: { allow: allowed.join(', ') },
      });
    await next();
  };
};
