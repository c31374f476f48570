import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { every } from 'hono/combine';
import { createMiddleware } from 'hono/factory';
import { secureHeaders } from 'hono/secure-headers';
import { noStore } from '../http/no-store.ts';
import type { Ports } from '../ports.ts';
import { STYLESHEET } from './stylesheet.ts';

/** A tracked link. More may follow the token than punctuation, such as `</a>` or a line break. */
export const LINK_PATH = '/l/:token{[\\s\\S]+}';

/** The paths of all customer pages, which set their own security headers. */
export const CUSTOMER_PATHS = [LINK_PATH, '/l', '/return'];

/** What the content security policy allows of styles. */
export const STYLE_HASH = btoa(String.fromCharCode(...sha256(utf8ToBytes(STYLESHEET))));

/** The address contains the link’s token, so the page is not to be indexed. */
export const notIndexed = createMiddleware(async ({ header }, next) => {
  await next();
  header('x-robots-tag', 'noindex');
});

/**
 * The pages may load nothing, and their form may only lead to Codat and beyond. Chrome applies `form-action` to every
 * redirect after a form, and a connection’s own Link URL redirects to the software’s sign-in page, wherever that is.
 * The sandbox stays at its own origin.
 */
export const protection = ({ codatHost: { linkOrigin, sandbox } }: Ports) =>
  every(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: [`'sha256-${STYLE_HASH}'`],
        imgSrc: ['data:'],
        formAction: ["'self'", linkOrigin, ...(sandbox ? [] : ['https:'])],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      xFrameOptions: 'DENY',
      // The host knows whether it has https.
      strictTransportSecurity: false,
      referrerPolicy: 'no-referrer',
    }),
    noStore,
    notIndexed,
  );
