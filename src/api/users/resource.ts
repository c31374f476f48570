import { z } from '@hono/zod-openapi';
import { eq, sql } from 'drizzle-orm';
import { ROLES } from '../../common/permissions.ts';
import { type User, users } from '../../database/schema/index.ts';
import { toInstant } from '../../journey/instant.ts';
import { Problem } from '../http/problem.ts';
import { recordOf } from '../kit/record-schema.ts';
import { type Call, change, creation, type Resource } from '../kit/resource.ts';
import { lineOfText, writable } from '../kit/writable.ts';
import { addPerson } from '../session/auth.ts';
import { MIN_PASSWORD_LENGTH } from './password.ts';

const { id, name, email, role } = users;
/** better-auth stores a Date. Clients filter by an instant. */
const createdAt = sql`${users.createdAt}`.mapWith(toInstant);
const shown = { id, name, email, role, createdAt };

export const userRecord = recordOf(users).pick({
  id: true,
  name: true,
  email: true,
  role: true,
  createdAt: true,
});
export type UserRecord = z.output<typeof userRecord>;

const newUser = z.strictObject({
  name: lineOfText(200),
  email: z.email('Enter a valid email address.'),
  role: z.enum(ROLES),
  password: z.string().min(MIN_PASSWORD_LENGTH, `At least ${MIN_PASSWORD_LENGTH} characters.`),
});

/** better-auth stores users itself. */
const addUser = async ({ ports }: Call, person: z.output<typeof newUser>): Promise<User> => {
  const added = await addPerson(ports.auth, ports.database, person);
  if (added) return added;
  const sentence = 'That email is already in use.';
  throw new Problem(409, sentence, { errors: { email: sentence } });
};

export const usersResource: Resource = {
  name: 'users',
  table: users,
  record: userRecord,
  fields: () => shown,
  searched: [users.name, users.email],
  defaultSort: ['name', 'ASC'],
  create: creation(newUser, async (_, __, { id }) => id, { before: addUser }),
  update: change(
    writable(userRecord, { name: lineOfText(200), role: z.enum(ROLES) }),
    async ({ ports, person }, user, changes) => {
      if (user.id === person.id && changes.role && changes.role !== person.role)
        throw new Problem(409, 'You can’t change your own role. Ask another admin.');
      if (Object.keys(changes).length > 0)
        await ports.database.update(users).set(changes).where(eq(users.id, user.id));
    },
  ),
  remove: async ({ ports, person }, user) => {
    if (user.id === person.id)
      throw new Problem(409, 'You can’t remove yourself. Ask another admin.');
    await ports.database.delete(users).where(eq(users.id, user.id));
  },
};
