import { eq } from 'drizzle-orm';
import { isUsable } from '../../database/links/links.ts';
import { type Email, links } from '../../database/schema/index.ts';
import { loadWorkspace } from '../../database/settings.ts';
import { loadLastSent, type Obstacle, obstacleTo } from '../../email/obstacle.ts';
import { recipientOf } from '../../email/recipient.ts';
import { Problem } from '../http/problem.ts';
import { locked } from '../kit/locked.ts';
import type { ApiRequest } from '../kit/request.ts';
import { findCustomer } from './plan.ts';

const DEAD_LINK = 'Its link no longer works. Send a new email instead.';
/** What to do about an obstacle, where an email can’t be sent anyway as a new one can. */
const INSTEAD: Partial<Record<Obstacle['code'], string>> = {
  closed: 'This case is closed. Reopen it before sending this email.',
  cannot_help: 'A link won’t fix the last failure. Send a new email if you want to write anyway.',
};

type Resent = Pick<
  Email,
  'id' | 'customerId' | 'template' | 'note' | 'toName' | 'toEmail' | 'toRole' | 'linkId'
>;

const hasDeadLink = async ({ ports: { database }, now }: ApiRequest, { linkId }: Resent) => {
  if (!linkId) return false;
  const [link] = await database.select().from(links).where(eq(links.id, linkId));
  return !link || !isUsable(link, await loadWorkspace(database), now);
};

/**
 * Checks again what may have changed since an email was created, which can be weeks ago. Locks the customer, so that
 * nobody else emails them meanwhile.
 * @throws Problem 409 when the email is no longer of use
 */
export const checkResend = (request: ApiRequest, email: Resent): Promise<void> =>
  locked(request, email.customerId, async (within) => {
    const { database } = within.ports;
    const { id, customerId, template, note, toName, toEmail, toRole } = email;
    const customer = await findCustomer(within, customerId);
    // An address that was sent to before may have become a contact’s.
    const role = toRole ?? recipientOf(customer, toEmail).role;
    const recipient = { name: toName, email: toEmail, role };
    const lastSent = await loadLastSent(database, [customerId], within.now, id);
    const obstacle = obstacleTo({ customer, template, recipient, note }, lastSent);
    if (obstacle) throw new Problem(409, INSTEAD[obstacle.code] ?? obstacle.sentence);
    if (await hasDeadLink(within, email)) throw new Problem(409, DEAD_LINK);
  });
