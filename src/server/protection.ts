import { secureHeaders } from 'hono/secure-headers';

/** Where Codat keeps the logos of the software. */
const LOGOS = 'https://static.codat.io';

/** What browsers are told not to allow on our pages. */
export const protection = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    // MUI writes its styles into the page as it renders.
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', LOGOS],
    fontSrc: ["'self'", 'data:'],
    frameAncestors: ["'none'"],
    baseUri: ["'self'"],
    formAction: ["'self'"],
  },
  xFrameOptions: 'DENY',
});
