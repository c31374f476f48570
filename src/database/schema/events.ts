import { index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { JourneyEvent } from '../../journey/events.ts';
import { instantColumn, keyWithin } from './columns.ts';
import { eventTypeEnum, sourceEnum } from './enums.ts';

/** The append-only log from which all other state is folded. */
export const events = pgTable(
  'events',
  {
    id: uuid().notNull().defaultRandom(),
    customerId: text().notNull(),
    type: eventTypeEnum().notNull(),
    occurredAt: instantColumn().notNull(),
    recordedAt: instantColumn().notNull(),
    source: sourceEnum().notNull(),
    sourceId: text().notNull(),
    actorId: text(),
    data: jsonb().$type<JourneyEvent['data']>().notNull(),
  },
  (table) => [
    keyWithin(table),
    uniqueIndex('events_once').on(table.customerId, table.source, table.sourceId),
    index('events_by_customer').on(table.customerId, table.occurredAt),
  ],
);
