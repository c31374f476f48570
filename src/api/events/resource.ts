import type { z } from '@hono/zod-openapi';
import { getTableColumns } from 'drizzle-orm';
import { events } from '../../database/schema/index.ts';
import { recordOf } from '../kit/record-schema.ts';
import type { Resource } from '../kit/resource.ts';

export const eventRecord = recordOf(events);
export type EventRecord = z.output<typeof eventRecord>;

export const eventsResource: Resource<EventRecord> = {
  name: 'events',
  table: events,
  record: eventRecord,
  fields: () => getTableColumns(events),
  select: ({ ports: { database } }) => database.select().from(events).$dynamic(),
  customer: events.customerId,
  defaultSort: ['occurredAt', 'DESC'],
};
