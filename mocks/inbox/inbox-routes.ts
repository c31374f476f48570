import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { noStore } from '../../src/api/http/no-store.ts';
import type { Paths } from '../codat/link/paths.ts';
import type { Inbox } from './inbox.ts';
import { emailPage, inboxPage, missingPage } from './inbox-pages.ts';

/** Emails have their styles inline. Nothing in them runs or is loaded. */
const protection = secureHeaders({
  // The host knows whether it has https.
  strictTransportSecurity: false,
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ['data:'],
    frameAncestors: ["'none'"],
    baseUri: ["'self'"],
  },
});

/** The inbox's pages. */
export const inboxRoutes = (inbox: Inbox, paths: Paths): Hono =>
  new Hono()
    .use(`${paths.inbox}/*`, protection, noStore)
    .get(paths.inbox, async ({ html }) => html(inboxPage(await inbox.list(), paths)))
    .get(`${paths.inbox}/:id{[0-9a-f-]{36}}`, async ({ html, req }) => {
      const email = await inbox.find(req.param('id'));
      return email ? html(emailPage(email, paths)) : html(missingPage(paths), 404);
    });
