import type { Customer } from '../../src/database/schema/index.ts';
import type { Instant } from '../../src/journey/instant.ts';

const CREATED: Instant = '2026-03-01T08:00:00.000Z';

/** A row of the customers’ table with the given fields and defaults for the others. */
export const customerRow = (fields: Partial<Customer> & { id: string }): Customer => ({
  name: `Company ${fields.id}`,
  description: null,
  parentId: null,
  linkUrl: null,
  tags: {},
  contactName: null,
  contactEmail: null,
  contactPhone: null,
  contacts: {},
  accountManagerId: null,
  assigneeId: null,
  snoozedUntil: null,
  createdAt: CREATED,
  deletedAt: null,
  lastActivityAt: null,
  lastSignalAt: null,
  journeyId: `${fields.id}:0`,
  journeyKind: 'first',
  stage: 'created',
  furthestStage: 'created',
  stageEnteredAt: CREATED,
  connected: false,
  software: null,
  connectionId: null,
  otherConnections: [],
  failedAttempts: 0,
  failureReason: null,
  lastSentAt: null,
  tried: {},
  closedAt: null,
  closedReason: null,
  reopenedAt: null,
  stuckReason: null,
  stuckAt: null,
  priority: null,
  ...fields,
});
