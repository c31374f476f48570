import { z } from '@hono/zod-openapi';
import { eq, sql } from 'drizzle-orm';
import { ROLES } from '../../common/permissions.ts';
import { type User, users } from '../../database/schema/index.ts';
import { instant } from '../../journey/clock/instant-schema.ts';
import { toInstant } from '../../journey/instant.ts';
import { Problem } from '../http/problem.ts';
import { createAfter } from '../kit/create.ts';
import { recordOf } from '../kit/record-schema.ts';
import { remove } from '../kit/remove.ts';
import type { ApiRequest } from '../kit/request.ts';
import type { Resource } from '../kit/resource.ts';
import { update } from '../kit/update.ts';
import { lineOfText, writable } from '../kit/writable.ts';
import { addPerson } from '../session/auth.ts';
import { endSessions } from '../session/end-sessions.ts';
import { accountEmail } from './account-email.ts';
import { checkPassword, newPassword } from './check-password.ts';
import { handOver } from './hand-over.ts';
import { lockAdmins } from './lock-admins.ts';

const { id, name, email, role, active, lastSeenAt } = users;
/** better-auth stores a Date. Clients filter by an instant. */
const createdAt = sql`${users.createdAt}`.mapWith(toInstant);
const shown = { id, name, email, role, active, lastSeenAt, createdAt };

export const userRecord = recordOf(users)
  .pick({
    id: true,
    name: true,
    email: true,
    role: true,
    active: true,
    lastSeenAt: true,
  })
  .extend({ createdAt: instant });
export type UserRecord = z.output<typeof userRecord>;

const newUser = z.strictObject({
  name: lineOfText(200),
  email: accountEmail,
  role: z.enum(ROLES),
  password: newPassword,
});

/** better-auth stores users itself. */
const addUser = async ({ ports }: ApiRequest, person: z.output<typeof newUser>): Promise<User> => {
  await checkPassword('password', person.password, person);
  const added = await addPerson(ports.auth, ports.database, person);
  if (added) return added;
  const sentence = 'That email is already in use.';
  throw new Problem(409, sentence, { errors: { email: sentence } });
};

const changes = writable(userRecord, {
  name: lineOfText(200),
  role: z.enum(ROLES),
  active: z.boolean(),
  /** Who gets the cases and the portfolio of someone who leaves. Null leaves them unassigned. */
  handOverTo: z.string().nullable(),
});

/**
 * Nobody changes their own role or deactivates themselves, and only an administrator changes others. So of two who do it
 * to each other at once, one comes second and is refused, and an administrator always remains.
 * @throws Problem 403 when the person is no longer an administrator, 409 when it is about themselves
 */
const checkStanding = async ({ ports, person }: ApiRequest, user: UserRecord): Promise<void> => {
  const admins = await lockAdmins(ports.database);
  if (!admins.has(person.id)) throw new Problem(403, 'You’re no longer an admin.');
  if (user.id === person.id)
    throw new Problem(
      409,
      'You can’t change your own role or deactivate yourself. Ask another admin.',
    );
};

const change = async (
  request: ApiRequest,
  user: UserRecord,
  { handOverTo, ...fields }: z.output<typeof changes>,
): Promise<void> => {
  const { database } = request.ports;
  const { role = user.role, active = user.active } = fields;
  const changesStanding = role !== user.role || active !== user.active;
  if (changesStanding) await checkStanding(request, user);
  if (handOverTo !== undefined && active) {
    const sentence = 'Only people who leave can hand over. Deactivate them as well.';
    throw new Problem(422, sentence, { errors: { handOverTo: sentence } });
  }
  if (Object.keys(fields).length > 0)
    await database.update(users).set(fields).where(eq(users.id, user.id));
  if (changesStanding) await endSessions(database, user.id);
  if (handOverTo !== undefined) await handOver(request, user.id, handOverTo);
};

export const usersResource: Resource<UserRecord> = {
  name: 'users',
  table: users,
  record: userRecord,
  fields: () => shown,
  select: ({ ports: { database } }) => database.select(shown).from(users).$dynamic(),
  searched: [users.name, users.email],
  customer: null,
  defaultSort: ['name', 'ASC'],
  create: createAfter({
    body: newUser,
    before: addUser,
    run: async (_request, _body, { id }) => id,
  }),
  update: update(changes, change),
  // The row stays: what people did keeps their name.
  remove: remove((request, user) => change(request, user, { active: false })),
};
