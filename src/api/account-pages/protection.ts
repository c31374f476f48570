import { every } from 'hono/combine';
import { secureHeaders } from 'hono/secure-headers';
import { notIndexed, STYLE_HASH } from '../customer-pages/protection.ts';
import { noStore } from '../http/no-store.ts';
import { requireSameOrigin } from '../http/same-origin.ts';
import type { Ports } from '../ports.ts';

/** The links of invitations and for new passwords. More may follow the token, as in customers’ links. */
export const INVITATION_PATH = '/invitation/:token{[\\s\\S]+}';
export const PASSWORD_PATH = '/password/:token{[\\s\\S]+}';

/** The paths of all account pages, which set their own security headers. */
export const ACCOUNT_PATHS = [INVITATION_PATH, '/invitation', PASSWORD_PATH, '/password'];

/**
 * The pages load nothing, and their form leads back here. Unlike those of customers they may name their origin to us, by
 * which forms of other sites are told apart: such a form could sign someone in as somebody else.
 */
export const protection = ({ publicUrl }: Ports) =>
  every(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: [`'sha256-${STYLE_HASH}'`],
        imgSrc: ['data:'],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      xFrameOptions: 'DENY',
      referrerPolicy: 'same-origin',
    }),
    noStore,
    notIndexed,
    requireSameOrigin(publicUrl),
  );
