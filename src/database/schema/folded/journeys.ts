import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, smallint, text } from 'drizzle-orm/pg-core';
import type { Instant } from '../../../journey/instant.ts';
import type { EventKey } from '../../../journey/journey.ts';
import type { Tried } from '../../../journey/outreach.ts';
import type { Action } from '../../../journey/spells/actions.ts';
import { instantColumn, keyWithin } from '../columns.ts';
import {
  attemptOutcomeEnum,
  closeReasonEnum,
  failureReasonEnum,
  journeyKindEnum,
  priorityEnum,
  stageEnum,
  stuckReasonEnum,
} from '../enums.ts';

/** All journeys, including earlier ones. Only ingest writes them. */
export const journeys = pgTable(
  'journeys',
  {
    /** `{customerId}:{ordinal}`. */
    id: text().notNull(),
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
    /** The customer’s first signal, whatever it told. Null before any. */
    firstSignalAt: instantColumn(),
    // When each stage was reached. Null when a later signal implied it.
    invitedAt: instantColumn(),
    openedAt: instantColumn(),
    selectedAt: instantColumn(),
    initiatedAt: instantColumn(),
    authorizedAt: instantColumn(),
    completedAt: instantColumn(),
    streamingAt: instantColumn(),
  },
  (table) => [
    keyWithin(table),
    index('journeys_by_customer').on(table.customerId, table.ordinal),
    index('journeys_by_invitation').on(table.invitedAt, table.id),
    index('journeys_by_approval')
      .on(table.authorizedAt, table.customerId, table.id, table.software)
      .where(sql`${table.kind} = 'first'`),
    index('journeys_by_loss')
      .on(table.startedAt, table.customerId, table.id)
      .where(sql`${table.kind} = 'reconnect'`),
    // All that cohorts ask of many first journeys, so that they are read from here alone. Not a partial index, of which
    // PostgreSQL doesn’t estimate how many rows a period has.
    index('journeys_by_entry').on(
      sql`least(${table.invitedAt}, ${table.firstSignalAt})`,
      ...[table.kind, table.customerId, table.id, table.software, table.furthestStage],
      ...[table.stageEnteredAt, table.closedAt, table.closedReason],
      ...[table.firstSignalAt, table.invitedAt, table.openedAt, table.selectedAt],
      ...[table.initiatedAt, table.authorizedAt, table.completedAt, table.streamingAt],
    ),
    // The reasons of `isLeftOut`.
    index('journeys_left_out')
      .on(table.id, table.customerId)
      .where(sql`${table.closedReason} in ('duplicate', 'not_our_customer')`),
  ],
);

export const attempts = pgTable(
  'attempts',
  {
    /** `{journeyId}:{ordinal}`. */
    id: text().notNull(),
    customerId: text().notNull(),
    journeyId: text().notNull(),
    connectionId: text().notNull(),
    software: text(),
    startedAt: instantColumn().notNull(),
    endedAt: instantColumn(),
    outcome: attemptOutcomeEnum(),
    /** When it becomes abandoned without another signal. */
    abandonsAt: instantColumn(),
    failureReason: failureReasonEnum(),
    /** The reason recognized before a colleague corrected it. Null when no one did. */
    recognizedReason: failureReasonEnum(),
    correctedById: text(),
    statusCode: text(),
    failureText: text(),
    /** The events that reported the failure; the same one can come from several sources. */
    reportedBy: jsonb().$type<EventKey[]>().notNull().default([]),
  },
  (table) => [
    keyWithin(table),
    index('attempts_by_customer').on(table.customerId, table.startedAt),
    // All that numbers ask of many attempts, so that they are read from here alone.
    index('attempts_by_end').on(
      sql`coalesce(${table.endedAt}, ${table.abandonsAt})`,
      table.software,
      table.outcome,
      table.failureReason,
      table.customerId,
      table.journeyId,
      table.endedAt,
      table.abandonsAt,
    ),
  ],
);

/**
 * The times in which a customer was stuck, or will be if nothing happens: from when their patience ran out until their
 * next signal, by the stuck rules at the customer’s newest event then. Only ingest writes them.
 */
export const stuckSpells = pgTable(
  'stuck_spells',
  {
    /** `{journeyId}:{ordinal}`. */
    id: text().notNull(),
    customerId: text().notNull(),
    journeyId: text().notNull(),
    stuckReason: stuckReasonEnum().notNull(),
    priority: priorityEnum().notNull(),
    software: text(),
    /** Since when they did nothing, and where they stood then. */
    silentSince: instantColumn().notNull(),
    stage: stageEnum().notNull(),
    stuckAt: instantColumn().notNull(),
    /** Null while it lasts. */
    endedAt: instantColumn(),
    /** When the customer then reached a further stage, if within a week of its end. */
    movedOnAt: instantColumn(),
    /** When each action was first taken since the customer got stuck. */
    actions: jsonb().$type<Partial<Record<Action, Instant>>>().notNull(),
  },
  (table) => [
    keyWithin(table),
    index('stuck_spells_by_customer').on(table.customerId),
    index('stuck_spells_by_start').on(
      table.stuckAt,
      table.customerId,
      table.id,
      table.endedAt,
      table.stuckReason,
    ),
    index('stuck_spells_by_silence')
      .on(table.silentSince, table.customerId, table.id, table.endedAt, table.stuckReason)
      .where(sql`${table.stage} in ('opened', 'selected', 'initiated')`),
  ],
);

export type JourneyRow = typeof journeys.$inferSelect;
export type AttemptRow = typeof attempts.$inferSelect;
export type StuckSpellRow = typeof stuckSpells.$inferSelect;
