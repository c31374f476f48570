import type { Context } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Config } from '../config.ts';

/** Codat’s host for logos of accounting software. */
const LOGOS = 'https://static.codat.io';

/** Two years. Only for our own host: its neighbours may have no https. */
const HSTS = 'max-age=63072000';

/** Security headers of every answer, errors and files included. Pages for customers have stricter ones. */
export const protection = ({ PUBLIC_URL }: Pick<Config, 'PUBLIC_URL'>) =>
  secureHeaders({
    overwrite: false,
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      // MUI injects its styles into the page at run time.
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', LOGOS],
      fontSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
    },
    xFrameOptions: 'DENY',
    strictTransportSecurity: PUBLIC_URL.startsWith('https:') && HSTS,
  });

/** Files whose name contains a hash of their content never change. Others are asked for again each time. */
export const cacheFile = (path: string, context: Context): void => {
  const lasting = /[/\\]assets[/\\]/.test(path);
  context.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
};
