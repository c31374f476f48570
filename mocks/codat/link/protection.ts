import { secureHeaders } from 'hono/secure-headers';

/**
 * What the pages may load and where they may lead. Browsers hold a form's redirect to `form-action` too, so the place
 * that finishing leads to has to be named.
 */
export const protection = (redirectUrl: string) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      connectSrc: ["'self'"],
      imgSrc: ['data:'],
      formAction: ["'self'", new URL(redirectUrl).origin],
      frameAncestors: ["'self'"],
      baseUri: ["'none'"],
    },
    // Addresses of pages hold the visit's secret.
    referrerPolicy: 'same-origin',
  });
