import { secureHeaders } from 'hono/secure-headers';

/**
 * What the pages may load and where they may lead. Browsers apply `form-action` to a form's redirects too, so it must
 * include the redirect URL's origin.
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
    // The host knows whether it has https.
    strictTransportSecurity: false,
    // Page URLs contain the visit's secret.
    referrerPolicy: 'same-origin',
  });
