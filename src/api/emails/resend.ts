import { eq } from 'drizzle-orm';
import { isUsable } from '../../database/links.ts';
import { links } from '../../database/schema/index.ts';
import { loadWorkspace } from '../../database/settings.ts';
import { loadLastSent, obstacleTo } from '../../email/obstacle.ts';
import { Problem } from '../http/problem.ts';
import { locked } from '../kit/locked.ts';
import type { ApiRequest } from '../kit/request.ts';
import { findCustomer } from './plan.ts';
import type { EmailRecord } from './resource.ts';

const DEAD_LINK = 'The link in it was revoked or has expired. Write a new e-mail, with a new link.';
const CLOSED = 'This journey is closed by now. Reopen it before you send this.';

const hasDeadLink = async ({ ports: { database }, now }: ApiRequest, { linkId }: EmailRecord) => {
  if (!linkId) return false;
  const [link] = await database.select().from(links).where(eq(links.id, linkId));
  return !link || !isUsable(link, await loadWorkspace(database), now);
};

/**
 * Checks once more what may have changed since an e-mail was written, which can be weeks ago. Everyone who would send to
 * the same customer waits.
 * @throws Problem 409 when it would help nobody any more
 */
export const checkResend = (request: ApiRequest, email: EmailRecord): Promise<void> =>
  locked(request, email.customerId, async (within) => {
    const { database } = within.ports;
    const { id, customerId, template, note, toName, toEmail, toRole } = email;
    const customer = await findCustomer(database, customerId);
    const recipient = { name: toName, email: toEmail, role: toRole };
    const lastSent = await loadLastSent(database, [customerId], within.now, id);
    const obstacle = obstacleTo({ customer, template, recipient, note }, lastSent);
    if (obstacle) throw new Problem(409, obstacle.code === 'closed' ? CLOSED : obstacle.sentence);
    if (await hasDeadLink(within, email)) throw new Problem(409, DEAD_LINK);
  });
