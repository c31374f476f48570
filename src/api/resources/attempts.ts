import type { z } from '@hono/zod-openapi';
import { getTableColumns } from 'drizzle-orm';
import { endAt, outcomeAt } from '../../database/derived-columns.ts';
import { attempts } from '../../database/schema/index.ts';
import { recordOf } from '../records.ts';
import type { Resource } from '../resource.ts';

export const attemptRecord = recordOf(attempts);
export type AttemptRecord = z.output<typeof attemptRecord>;

export const attemptsResource: Resource = {
  name: 'attempts',
  table: attempts,
  record: attemptRecord,
  fields: ({ now }) => ({
    ...getTableColumns(attempts),
    outcome: outcomeAt(now),
    endedAt: endAt(now),
  }),
  defaultSort: ['startedAt', 'DESC'],
};
