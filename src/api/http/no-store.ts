import { createMiddleware } from 'hono/factory';

/** Keeps answers about customers out of every cache: those of browsers, which others may use later, and of proxies. */
export const noStore = createMiddleware(async ({ header }, next) => {
  await next();
  header('cache-control', 'no-store');
});
