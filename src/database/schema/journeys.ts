import { index, integer, jsonb, pgTable, smallint, text } from 'drizzle-orm/pg-core';
import type { Tried } from '../../journey/outreach.ts';
import { instantColumn } from './columns.ts';
import {
  attemptOutcomeEnum,
  closeReasonEnum,
  failureReasonEnum,
  journeyKindEnum,
  stageEnum,
} from './enums.ts';

/** Every journey, the earlier ones included. Written by ingest alone. */
export const journeys = pgTable(
  'journeys',
  {
    /** `{customerId}:{ordinal}`. */
    id: text().primaryKey(),
    customerId: text().notNull(),
    /** 0 for a customer's first journey. */
    ordinal: smallint().notNull(),
    kind: journeyKindEnum().notNull(),
    startedAt: instantColumn().notNull(),
    stage: stageEnum().notNull(),
    stageEnteredAt: instantColumn().notNull(),
    furthestStage: stageEnum().notNull(),
    software: text(),
    connectionId: text(),
    failedAttempts: integer().notNull(),
    failureReason: failureReasonEnum(),
    lastSentAt: instantColumn(),
    tried: jsonb().$type<Tried>().notNull().default({}),
    closedAt: instantColumn(),
    closedReason: closeReasonEnum(),
    // When each stage was reached, null where it was implied by a later signal.
    invitedAt: instantColumn(),
    openedAt: instantColumn(),
    selectedAt: instantColumn(),
    initiatedAt: instantColumn(),
    authorizedAt: instantColumn(),
    completedAt: instantColumn(),
    streamingAt: instantColumn(),
  },
  (table) => [
    index('journeys_by_customer').on(table.customerId, table.ordinal),
    index('journeys_by_invitation').on(table.invitedAt, table.id),
  ],
);

export const attempts = pgTable(
  'attempts',
  {
    /** `{journeyId}:{ordinal}`. */
    id: text().primaryKey(),
    customerId: text().notNull(),
    journeyId: text().notNull(),
    connectionId: text().notNull(),
    software: text(),
    startedAt: instantColumn().notNull(),
    endedAt: instantColumn(),
    outcome: attemptOutcomeEnum(),
    /** When it counts as abandoned if no further signal comes. */
    abandonsAt: instantColumn(),
    failureReason: failureReasonEnum(),
    /** What was recognized before a colleague corrected it; null where nobody did. */
    recognizedReason: failureReasonEnum(),
    correctedById: text(),
    statusCode: text(),
    failureText: text(),
  },
  (table) => [
    index('attempts_by_customer').on(table.customerId, table.startedAt),
    index('attempts_by_software').on(table.software, table.endedAt),
  ],
);

export type JourneyRow = typeof journeys.$inferSelect;
export type AttemptRow = typeof attempts.$inferSelect;
