import { z } from '@hono/zod-openapi';
import { and, eq, sql } from 'drizzle-orm';
import { sessions } from '../../database/schema/index.ts';
import { instant } from '../../journey/clock/instant-schema.ts';
import { toInstant } from '../../journey/instant.ts';
import { remove } from '../kit/remove.ts';
import type { ApiRequest } from '../kit/request.ts';
import type { Resource } from '../kit/resource.ts';
import { endSession } from '../session/end-sessions.ts';
import { lasting } from '../session/lifetime.ts';

const sessionRecord = z.object({
  id: z.string(),
  /** As the browser names itself. */
  userAgent: z.string().nullable(),
  /** Where it was signed in. */
  address: z.string().nullable(),
  signedInAt: instant,
  /** To some minutes. */
  lastUsedAt: instant,
  /** Whether this request belongs to it. */
  current: z.boolean(),
});
export type SessionRecord = z.output<typeof sessionRecord>;

const fields = ({ sessionId }: ApiRequest) => ({
  id: sessions.id,
  userAgent: sessions.userAgent,
  address: sessions.ipAddress,
  // better-auth stores a Date. Clients filter by an instant.
  signedInAt: sql`${sessions.createdAt}`.mapWith(toInstant),
  lastUsedAt: sql`${sessions.updatedAt}`.mapWith(toInstant),
  current: sql<boolean>`${sessions.id} = ${sessionId}`,
});

/** The person’s own sessions that have not ended. */
export const sessionsResource: Resource<SessionRecord> = {
  name: 'sessions',
  table: sessions,
  record: sessionRecord,
  fields,
  select: (request) => request.ports.database.select(fields(request)).from(sessions).$dynamic(),
  seen: ({ person }) => and(eq(sessions.userId, person.id), lasting()) ?? lasting(),
  customer: null,
  defaultSort: ['lastUsedAt', 'DESC'],
  remove: (kit) =>
    remove<SessionRecord>(async ({ ports: { database } }, { id }) => {
      await endSession(database, id);
    })({
      ...kit,
      // Without where it was: colleagues read the activity.
      recordChange: (request, action, session) => kit.recordChange(request, action, session, {}),
    }),
};
