import { z } from '@hono/zod-openapi';
import { and, eq, lte } from 'drizzle-orm';
import { ROLES } from '../../common/permissions.ts';
import { announce } from '../../database/changes/changes.ts';
import { invitations, users } from '../../database/schema/index.ts';
import { INVITATION_DAYS, makeInvitationLink } from '../../email/account/account-links.ts';
import { addHours } from '../../journey/instant.ts';
import { recordActivity } from '../activity/record-activity.ts';
import { Problem } from '../http/problem.ts';
import { inTransaction } from '../kit/locked.ts';
import type { ApiRequest } from '../kit/request.ts';
import { findRow } from '../kit/rows.ts';
import { lineOfText } from '../kit/writable.ts';
import { accountEmail } from '../users/account-email.ts';
import { invitationRecord, invitationsResource } from './resource.ts';

export const newInvitation = z.strictObject({
  email: accountEmail.toLowerCase(),
  name: lineOfText(200),
  role: z.enum(ROLES),
});

/** `link`: to pass on by hand, shown only once. Missing if it is emailed. */
export const sentInvitation = invitationRecord.extend({ link: z.url().optional() });
export type SentInvitation = z.output<typeof sentInvitation>;

const taken = (sentence: string): Problem =>
  new Problem(409, sentence, { errors: { email: sentence } });

/** Emails an invitation once the transaction is committed; without SMTP makes its link. */
const deliver = async (request: ApiRequest, id: string): Promise<SentInvitation> => {
  const { database, mailer, publicUrl } = request.ports;
  if (mailer) await mailer.deliverAccountEmail(database, { kind: 'invitation', invitationId: id });
  const link = mailer ? undefined : await makeInvitationLink(database, publicUrl, id);
  await announce(database, { resources: ['invitations'] });
  return { ...(await findRow(invitationsResource, id, request)), ...(link && { link }) };
};

/** @throws Problem 409 for someone who is or was on the team, or who is already invited */
export const invite = (
  request: ApiRequest,
  invited: z.output<typeof newInvitation>,
): Promise<SentInvitation> =>
  inTransaction(request, async (within) => {
    const { ports, person, now } = within;
    const { database } = ports;
    const { email } = invited;
    const [known] = await database.select().from(users).where(eq(users.email, email));
    if (known)
      throw taken(
        known.active
          ? `${known.name} is already on the team.`
          : `${known.name} has left the team. Reactivate them instead.`,
      );
    const expired = lte(invitations.expiresAt, now);
    await database.delete(invitations).where(and(eq(invitations.email, email), expired));
    const id = crypto.randomUUID();
    const added = await database
      .insert(invitations)
      .values({
        ...{ ...invited, id, createdById: person.id, createdAt: now },
        expiresAt: addHours(now, INVITATION_DAYS * 24),
      })
      .onConflictDoNothing()
      .returning({ id: invitations.id });
    if (added.length === 0) throw taken('Already invited. Resend the invitation instead.');
    await recordActivity(within, {
      ...{ resource: 'invitations', action: 'create', recordId: id, details: invited },
    });
    return deliver(within, id);
  });

/** Sends an invitation again, with a new link and as long to accept it. The earlier link no longer works. */
export const resend = (request: ApiRequest, id: string): Promise<SentInvitation> =>
  inTransaction(request, async (within) => {
    const { ports, now } = within;
    const { name, email } = await findRow(invitationsResource, id, within);
    const expiresAt = addHours(now, INVITATION_DAYS * 24);
    await ports.database
      .update(invitations)
      .set({ tokenHash: null, expiresAt, sentAt: null, problem: null })
      .where(eq(invitations.id, id));
    await recordActivity(within, {
      ...{ resource: 'invitations', action: 'resend', recordId: id, details: { name, email } },
    });
    return deliver(within, id);
  });
