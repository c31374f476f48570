import { z } from '@hono/zod-openapi';
import { eq, sql } from 'drizzle-orm';
import { ROLES } from '../../common/permissions.ts';
import { type User, users } from '../../database/schema/index.ts';
import { instant, toInstant } from '../../journey/instant.ts';
import { Problem } from '../http/problem.ts';
import { createAfter } from '../kit/create.ts';
import { recordOf } from '../kit/record-schema.ts';
import { remove } from '../kit/remove.ts';
import type { ApiRequest } from '../kit/request.ts';
import type { Resource } from '../kit/resource.ts';
import { update } from '../kit/update.ts';
import { lineOfText, writable } from '../kit/writable.ts';
import { addPerson } from '../session/auth.ts';
import { MIN_PASSWORD_LENGTH } from './password.ts';

const { id, name, email, role } = users;
/** better-auth stores a Date. Clients filter by an instant. */
const createdAt = sql`${users.createdAt}`.mapWith(toInstant);
const shown = { id, name, email, role, createdAt };

export const userRecord = recordOf(users)
  .pick({
    id: true,
    name: true,
    email: true,
    role: true,
  })
  .extend({ createdAt: instant });
export type UserRecord = z.output<typeof userRecord>;

const newUser = z.strictObject({
  name: lineOfText(200),
  // By better-auth’s rule, which is stricter than ours: nobody else could sign in.
  email: z.email('Enter a valid email address.'),
  role: z.enum(ROLES),
  password: z.string().min(MIN_PASSWORD_LENGTH, `At least ${MIN_PASSWORD_LENGTH} characters.`),
});

/** better-auth stores users itself. */
const addUser = async ({ ports }: ApiRequest, person: z.output<typeof newUser>): Promise<User> => {
  const added = await addPerson(ports.auth, ports.database, person);
  if (added) return added;
  const sentence = 'That email is already in use.';
  throw new Problem(409, sentence, { errors: { email: sentence } });
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
  update: update(
    writable(userRecord, { name: lineOfText(200), role: z.enum(ROLES) }),
    async ({ ports, person }, user, changes) => {
      if (user.id === person.id && changes.role && changes.role !== person.role)
        throw new Problem(409, 'You can’t change your own role. Ask another admin.');
      if (Object.keys(changes).length > 0)
        await ports.database.update(users).set(changes).where(eq(users.id, user.id));
    },
  ),
  remove: remove(async ({ ports, person }, user) => {
    if (user.id === person.id)
      throw new Problem(409, 'You can’t remove yourself. Ask another admin.');
    await ports.database.delete(users).where(eq(users.id, user.id));
  }),
};
