import type { z } from '@hono/zod-openapi';
import { getTableColumns } from 'drizzle-orm';
import { endAt, isOfPresent, outcomeAt } from '../../database/derived-columns.ts';
import { attempts } from '../../database/schema/index.ts';
import { recordOf } from '../kit/record-schema.ts';
import type { ApiRequest } from '../kit/request.ts';
import type { Resource } from '../kit/resource.ts';

export const attemptRecord = recordOf(attempts);
export type AttemptRecord = z.output<typeof attemptRecord>;

const fields = ({ now }: ApiRequest) => ({
  ...getTableColumns(attempts),
  outcome: outcomeAt(now),
  endedAt: endAt(now),
});

export const attemptsResource: Resource<AttemptRecord> = {
  name: 'attempts',
  table: attempts,
  record: attemptRecord,
  fields,
  select: (request) => request.ports.database.select(fields(request)).from(attempts).$dynamic(),
  customer: attempts.customerId,
  defaultSort: ['startedAt', 'DESC'],
  hidden: { field: 'customerId', condition: isOfPresent(attempts.customerId) },
};
