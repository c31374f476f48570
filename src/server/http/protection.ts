import { secureHeaders } from 'hono/secure-headers';

/** Codat’s host for logos of accounting software. */
const LOGOS = 'https://static.codat.io';

/** Security headers of our pages. */
export const protection = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    // MUI injects its styles into the page at run time.
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', LOGOS],
    fontSrc: ["'self'", 'data:'],
    frameAncestors: ["'none'"],
    baseUri: ["'self'"],
    formAction: ["'self'"],
  },
  xFrameOptions: 'DENY',
});
