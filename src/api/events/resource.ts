import type { z } from '@hono/zod-openapi';
import { getTableColumns, sql } from 'drizzle-orm';
import { events } from '../../database/schema/index.ts';
import { recordOf } from '../kit/record-schema.ts';
import type { ApiRequest } from '../kit/request.ts';
import type { Resource } from '../kit/resource.ts';

export const eventRecord = recordOf(events);
export type EventRecord = z.output<typeof eventRecord>;

/** For programs, without Codat’s links: with them, one can connect in the customer’s place. */
const withoutLinks = sql<
  EventRecord['data']
>`${events.data} #- '{customer,linkUrl}' #- '{connectionLinkUrl}'`;

const fields = ({ person }: ApiRequest) => ({
  ...getTableColumns(events),
  ...(person.role === 'program' && { data: withoutLinks }),
});

export const eventsResource: Resource<EventRecord> = {
  name: 'events',
  table: events,
  record: eventRecord,
  fields,
  select: (request) => request.ports.database.select(fields(request)).from(events).$dynamic(),
  customer: events.customerId,
  defaultSort: ['occurredAt', 'DESC'],
};
