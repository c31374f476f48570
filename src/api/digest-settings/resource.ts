import { z } from '@hono/zod-openapi';
import { eq, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { nextDigest } from '../../alerts/digest/schedule.ts';
import { DIGEST_FREQUENCIES } from '../../common/alerts.ts';
import { digestSettings, users } from '../../database/schema/index.ts';
import { instant } from '../../journey/clock/instant-schema.ts';
import type { Resource } from '../kit/resource.ts';
import { update } from '../kit/update.ts';
import { writable } from '../kit/writable.ts';

export const digestSettingsRecord = z.object({
  /** The person’s id. */
  id: z.string(),
  frequency: z.enum(DIGEST_FREQUENCIES),
  weekday: z.int(),
  hour: z.int(),
  timeZone: z.string(),
  nextAt: instant.nullable(),
  lastAt: instant.nullable(),
});
export type DigestSettingsRecord = z.output<typeof digestSettingsRecord>;

/** A column of the person’s settings. */
const own = (column: PgColumn): SQL =>
  sql`(${sql`select ${column} from ${digestSettings} where ${digestSettings.userId} = ${users.id}`})`;

/** People who have chosen nothing get none. */
const fields = {
  id: users.id,
  frequency: sql<
    DigestSettingsRecord['frequency']
  >`coalesce(${own(digestSettings.frequency)}, 'off')`,
  weekday: sql<number>`coalesce(${own(digestSettings.weekday)}, 1)`,
  hour: sql<number>`coalesce(${own(digestSettings.hour)}, 8)`,
  timeZone: sql<string>`coalesce(${own(digestSettings.timeZone)}, 'UTC')`,
  nextAt: sql<string | null>`${own(digestSettings.nextAt)}`.mapWith(digestSettings.nextAt),
  lastAt: sql<string | null>`${own(digestSettings.lastAt)}`.mapWith(digestSettings.lastAt),
};

const isTimeZone = (name: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en-GB', { timeZone: name }));
  } catch {
    return false;
  }
};

const WEEKDAY = 'From 1 for Monday to 7 for Sunday.';
const HOUR = 'From 0 to 23.';

const changes = writable(digestSettingsRecord, {
  frequency: z.enum(DIGEST_FREQUENCIES),
  weekday: z.int(WEEKDAY).min(1, WEEKDAY).max(7, WEEKDAY),
  hour: z.int(HOUR).min(0, HOUR).max(23, HOUR),
  timeZone: z.string().max(100).refine(isTimeZone, 'Choose a time zone, such as Europe/London.'),
});

/** When the person gets a digest. Everybody sees and changes their own only. */
export const digestSettingsResource: Resource<DigestSettingsRecord> = {
  name: 'digest-settings',
  table: users,
  record: digestSettingsRecord,
  fields: () => fields,
  select: ({ ports: { database } }) => database.select(fields).from(users).$dynamic(),
  seen: ({ person }) => eq(users.id, person.id),
  customer: null,
  defaultSort: ['id', 'ASC'],
  update: update(changes, async ({ ports: { database }, now }, row, changed) => {
    const { frequency, weekday, hour, timeZone } = { ...row, ...changed };
    const schedule = { frequency, weekday, hour, timeZone };
    const set = { ...schedule, nextAt: nextDigest(schedule, now) };
    await database
      .insert(digestSettings)
      .values({ ...set, userId: row.id })
      .onConflictDoUpdate({ target: digestSettings.userId, set });
  }),
};
