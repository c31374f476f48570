import { z } from '@hono/zod-openapi';
import { MAX_ADDRESS } from '../../journey/profile/email-address.ts';

const INVALID = 'Enter a valid email address.';

/**
 * The email address of an account. By better-auth’s rule, which is stricter than ours: nobody else could sign in. No
 * longer than an address can be, because what strangers try ends up in the log.
 */
export const accountEmail = z.email(INVALID).max(MAX_ADDRESS, INVALID);
