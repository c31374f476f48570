import type { z } from '@hono/zod-openapi';
import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import { attempts } from '../../database/schema/index.ts';
import type { Instant } from '../../journey/instant.ts';
import { recordOf } from '../records.ts';
import type { Resource } from '../resource.ts';

export const attemptRecord = recordOf(attempts);
export type AttemptRecord = z.output<typeof attemptRecord>;

/** An attempt is abandoned once the moment stored for that has passed; nobody has to write it down. */
const abandonedBy = (now: Instant): SQL => sql`${attempts.abandonsAt} <= ${now}::timestamptz`;

export const attemptsResource: Resource = {
  name: 'attempts',
  table: attempts,
  record: attemptRecord,
  fields: ({ now }) => ({
    ...getTableColumns(attempts),
    outcome: sql`case when ${abandonedBy(now)} then 'abandoned' else ${attempts.outcome} end`,
    endedAt:
      sql`case when ${abandonedBy(now)} then ${attempts.abandonsAt} else ${attempts.endedAt} end`.mapWith(
        attempts.endedAt,
      ),
  }),
  defaultSort: ['startedAt', 'DESC'],
};
