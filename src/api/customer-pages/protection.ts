import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { every } from 'hono/combine';
import { createMiddleware } from 'hono/factory';
import { secureHeaders } from 'hono/secure-headers';
import type { Ports } from '../ports.ts';
import { STYLESHEET } from './stylesheet.ts';

/** The paths of all pages for customers, which bring their own protection. */
export const CUSTOMER_PATHS = ['/l/*', '/return'];

const STYLE_HASH = btoa(String.fromCharCode(...sha256(utf8ToBytes(STYLESHEET))));

/** Addresses hold the link's token: nothing keeps the page, follows it, or hears where one came from. */
const discreet = createMiddleware(async ({ header }, next) => {
  await next();
  header('cache-control', 'no-store');
  header('x-robots-tag', 'noindex');
});

/**
 * What the pages may load, which is nothing, and where their form may lead. Chrome holds every redirect that follows a
 * form to `form-action`, and a connection's own Link URL redirects on to the software's sign-in, wherever that is; the
 * sandbox stays at its own origin.
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
      referrerPolicy: 'no-referrer',
    }),
    discreet,
  );
