import type { z } from '@hono/zod-openapi';
import { getTableColumns } from 'drizzle-orm';
import { isOfPresent } from '../../database/derived-columns.ts';
import { journeys } from '../../database/schema/index.ts';
import { recordOf } from '../kit/record-schema.ts';
import type { Resource } from '../kit/resource.ts';

export const journeyRecord = recordOf(journeys);
export type JourneyRecord = z.output<typeof journeyRecord>;

export const journeysResource: Resource<JourneyRecord> = {
  name: 'journeys',
  table: journeys,
  record: journeyRecord,
  fields: () => getTableColumns(journeys),
  select: ({ ports: { database } }) => database.select().from(journeys).$dynamic(),
  customer: journeys.customerId,
  defaultSort: ['startedAt', 'DESC'],
  hidden: { field: 'customerId', condition: isOfPresent(journeys.customerId) },
};
