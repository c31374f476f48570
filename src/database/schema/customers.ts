import { isNotNull, isNull, sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { OtherContacts } from '../../journey/contacts.ts';
import type { Pause, Stop } from '../../journey/journey.ts';
import type { ListedConnection } from '../../journey/other-connections.ts';
import type { Tried } from '../../journey/outreach.ts';
import { alphabetical, instantColumn } from './columns.ts';
import {
  closeReasonEnum,
  failureReasonEnum,
  journeyKindEnum,
  priorityEnum,
  stageEnum,
  stuckReasonEnum,
  waitingForEnum,
} from './enums.ts';

/** Customers’ profiles and snapshots of their current journeys. Only ingest writes them. */
export const customers = pgTable(
  'customers',
  {
    /** The Codat company id. */
    id: text().primaryKey(),
    name: text().notNull(),
    /** All that the customer is found by, as `searchTextOf` yields it. Empty until that is known. */
    searchText: text().notNull().default(''),
    description: text(),
    /** The parent company’s customer id. */
    parentId: text(),
    linkUrl: text(),
    tags: jsonb().$type<Record<string, string>>().notNull(),
    /** The team’s own tags, beside Codat’s. */
    labels: text().array().notNull().default([]),
    contactName: text(),
    contactEmail: text(),
    contactPhone: text(),
    contacts: jsonb().$type<OtherContacts>().notNull().default({}),
    /** As set by hand, or else the person that the company’s owner in Codat stands for. */
    accountManagerId: text(),
    /** The company’s owners in Codat, and the person that the first known one stands for. */
    ownerIds: jsonb().$type<string[]>().notNull().default([]),
    ownerManagerId: text(),
    assigneeId: text(),
    /** Only one of a snooze and waiting is set. Either stays after its end, until the next signal or change. */
    snoozedUntil: instantColumn(),
    waitingFor: waitingForEnum(),
    /** Null while no end is known. */
    waitingUntil: instantColumn(),
    /** Such as the name of the software that the customer moves to. */
    waitingNote: text(),
    /** Who snoozed them or chose to wait. */
    snoozedById: text(),
    /** The last snooze or wait, whatever ended it, to repeat it. */
    lastPause: jsonb().$type<Pause>(),
    createdAt: instantColumn().notNull(),
    deletedAt: instantColumn(),
    lastActivityAt: instantColumn(),
    /** When the customer entered the funnel; null if they aren’t invited yet, or have been connected before. */
    enteredAt: instantColumn(),
    /** When access was first approved, which a later reconnection never changes; null if that was never observed. */
    authorizedAt: instantColumn(),
    /** The customer’s last signal in the current journey. What we did isn’t one. */
    lastSignalAt: instantColumn(),
    journeyId: text().notNull(),
    journeyKind: journeyKindEnum().notNull(),
    stage: stageEnum().notNull(),
    furthestStage: stageEnum().notNull(),
    stageEnteredAt: instantColumn().notNull(),
    connected: boolean().notNull(),
    software: text(),
    connectionId: text(),
    /** Those to anything but accounting software. */
    otherConnections: jsonb().$type<ListedConnection[]>().notNull().default([]),
    failedAttempts: integer().notNull(),
    failureReason: failureReasonEnum(),
    lastSentAt: instantColumn(),
    /** Our outreach since the customer’s last activity, and when it happened. */
    tried: jsonb().$type<Tried>().notNull().default({}),
    closedAt: instantColumn(),
    closedReason: closeReasonEnum(),
    /** When an approval reopened the journey after it was closed. */
    reopenedAt: instantColumn(),
    stuckReason: stuckReasonEnum(),
    /** Since when the threshold of that rule counts, so that another one takes effect without folding again. */
    restingSince: instantColumn(),
    clockStops: jsonb().$type<Stop[]>().notNull().default([]),
    stuckAt: instantColumn(),
    priority: priorityEnum(),
    /** When a case that was stuck last moved on, connected or was closed. Only of the last two days before the newest event. */
    resolvedAt: instantColumn(),
  },
  (table) => [
    index('customers_by_label').using('gin', table.labels),
    index('customers_labelled').on(table.stuckAt, table.id).where(sql`${table.labels} <> '{}'`),
    index('customers_by_email').on(sql`lower(${table.contactEmail})`),
    index('customers_by_parent').on(table.parentId, table.id),
    index('customers_by_resolution').on(table.resolvedAt),
    index('customers_deleted').on(table.id).where(sql`${table.deletedAt} is not null`),
    index('customers_connected')
      .on(table.software, table.accountManagerId)
      .where(sql`${table.connected} and ${table.deletedAt} is null`),
    index('customers_stuck')
      .on(
        ...[table.stuckAt, table.stuckReason, table.failureReason, table.software],
        ...[table.accountManagerId, table.waitingFor, table.waitingUntil, table.snoozedUntil],
      )
      .where(sql`${table.stuckAt} is not null`),
    index('customers_with_parent')
      .on(table.id, table.parentId)
      .where(sql`${table.parentId} is not null`),
    index('customers_in_progress')
      .on(table.software, table.accountManagerId)
      .where(
        sql`${table.deletedAt} is null and ${table.closedAt} is null and not ${table.connected}`,
      ),
    index('customers_paused')
      .on(table.id, table.snoozedUntil, table.waitingFor, table.waitingUntil)
      .where(
        sql`${table.closedAt} is null and (${table.snoozedUntil} is not null or ${table.waitingFor} is not null)`,
      ),
    index('customers_without_search_text').on(table.id).where(sql`${table.searchText} = ''`),
    // By what lists sort and filter. With the date of deletion, so that counts and pages are read from the index alone.
    index('customers_by_manager').on(table.accountManagerId, table.id, table.deletedAt),
    index('customers_by_software').on(table.software, table.id, table.deletedAt),
    index('customers_by_assignee')
      .on(table.assigneeId, table.id, table.deletedAt)
      .where(isNotNull(table.assigneeId)),
    index('customers_by_name')
      .on(alphabetical(table.name), table.id)
      .where(isNull(table.deletedAt)),
    index('customers_by_activity')
      .on(table.lastActivityAt, table.id)
      .where(isNull(table.deletedAt)),
    index('customers_by_sending').on(table.lastSentAt, table.id).where(isNull(table.deletedAt)),
    index('customers_by_stage').on(table.stage, table.id).where(isNull(table.deletedAt)),
    index('customers_by_entry')
      .on(table.enteredAt, table.accountManagerId)
      .where(isNull(table.deletedAt)),
    index('customers_by_approval')
      .on(table.authorizedAt, table.accountManagerId)
      .where(isNull(table.deletedAt)),
    // Those who are stuck or will be, with all that decides on it and that the queue counts.
    index('customers_by_urgency')
      .on(
        table.priority,
        ...[table.stuckAt, table.lastSignalAt, table.snoozedUntil, table.waitingFor],
        ...[table.waitingUntil, table.stage, table.software, table.assigneeId],
        ...[table.accountManagerId, table.stuckReason, table.failureReason],
        ...[table.id, table.deletedAt],
      )
      .where(isNotNull(table.stuckAt)),
    index('customers_by_stuck_time')
      .on(table.stuckAt, table.id, table.deletedAt)
      .where(isNotNull(table.stuckAt)),
  ],
);

/**
 * How many customers there are that aren’t deleted, by account manager: the sum of the rows. A trigger adds a row at each
 * change, as a row for all would make changes wait for each other. They are added up every night.
 */
export const customerCounts = pgTable('customer_counts', {
  accountManagerId: text(),
  count: integer().notNull(),
});

export type Customer = typeof customers.$inferSelect;
