import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Role } from '../../common/permissions.ts';
import { announce } from '../../database/changes/changes.ts';
import type { Database } from '../../database/database.ts';
import { type Invitation, invitations, type User, users } from '../../database/schema/index.ts';
import { loadWorkspace } from '../../database/settings.ts';
import type { Instant } from '../../journey/instant.ts';
import type { Mailer, Outcome } from '../mailer.ts';
import { renderEmail, type TemplateText } from '../render.ts';
import type { AccountEmail } from './account-email.ts';
import { hasEnoughPasswordLinks, makeInvitationLink, makePasswordLink } from './account-links.ts';
import { type AccountFacts, AS_ROLE, INVITATION_TEXT, PASSWORD_TEXT } from './texts.ts';

type Ports = {
  database: Database;
  now: () => Instant;
  publicUrl: string;
  send: Mailer['send'];
};

type Letter = {
  to: Pick<User, 'name' | 'email'> & { role: Role };
  adminId: string | null;
  text: TemplateText;
  url: string;
};

const findUser = async (database: Database, id: string | null): Promise<User | null> => {
  if (!id) return null;
  const [user] = await database.select().from(users).where(eq(users.id, id));
  return user ?? null;
};

const send = async ({ database, ...ports }: Ports, { to, adminId, text, url }: Letter) => {
  const admin = await findUser(database, adminId);
  const { senderName, supportEmail } = await loadWorkspace(database);
  const facts: AccountFacts = {
    person: { name: to.name, role: AS_ROLE[to.role] },
    admin: { name: admin?.name ?? null },
    sender: { name: senderName, phone: null },
    link: { url },
  };
  return ports.send({
    ...renderEmail(text, facts),
    id: crypto.randomUUID(),
    to: { name: to.name, address: to.email },
    replyTo: admin?.email ?? supportEmail,
  });
};

const recordOutcome = async ({ database, now }: Ports, { id }: Invitation, outcome: Outcome) => {
  await database
    .update(invitations)
    .set(outcome.sent ? { sentAt: now(), problem: null } : { problem: outcome.problem })
    .where(eq(invitations.id, id));
  await announce(database, { resources: ['invitations'] });
};

/** An invitation that was revoked, accepted or sent in the meantime isn’t sent. */
const sendInvitation = async (ports: Ports, invitationId: string): Promise<Outcome | null> => {
  const { database, publicUrl } = ports;
  const [invitation] = await database
    .select()
    .from(invitations)
    .where(
      and(
        eq(invitations.id, invitationId),
        isNull(invitations.sentAt),
        gt(invitations.expiresAt, ports.now()),
      ),
    );
  if (!invitation) return null;
  const url = await makeInvitationLink(database, publicUrl, invitation.id);
  const letter = { to: invitation, adminId: invitation.createdById, text: INVITATION_TEXT, url };
  const outcome = await send(ports, letter);
  await recordOutcome(ports, invitation, outcome);
  return outcome;
};

/** Addresses of nobody, and of people who have left, get none. */
const sendPasswordLink = async (
  ports: Ports,
  { email, sentById }: Extract<AccountEmail, { kind: 'password' }>,
): Promise<Outcome | null> => {
  const { database, publicUrl } = ports;
  const now = ports.now();
  const [user] = await database
    .select()
    .from(users)
    .where(and(eq(users.email, email), eq(users.active, true)));
  if (!user) return null;
  if (!sentById && (await hasEnoughPasswordLinks(database, user.id, now))) return null;
  const url = await makePasswordLink(database, publicUrl, user.id, now);
  return send(ports, { to: user, adminId: sentById, text: PASSWORD_TEXT, url });
};

/** Makes the link of an email and sends it. The link is stored nowhere. Null if there is nothing to send any more. */
export const sendAccountEmail = (ports: Ports, email: AccountEmail): Promise<Outcome | null> =>
  email.kind === 'invitation'
    ? sendInvitation(ports, email.invitationId)
    : sendPasswordLink(ports, email);
