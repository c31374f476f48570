import type { Customer } from '../../src/database/schema/index.ts';
import type { Instant } from '../../src/journey/instant.ts';
import { searchTextOf } from '../../src/journey/search/search.ts';

const CREATED: Instant = '2026-03-01T08:00:00.000Z';

/** A row of the customers’ table with the given fields and defaults for the others. */
export const customerRow = (fields: Partial<Customer> & { id: string }): Customer => {
  const row = withDefaults(fields);
  return { ...row, searchText: searchTextOf(row) };
};

const withDefaults = (fields: Partial<Customer> & { id: string }): Customer => ({
  name: `Company ${fields.id}`,
  searchText: '',
  description: null,
  parentId: null,
  linkUrl: null,
  tags: {},
  labels: [],
  contactName: null,
  contactEmail: null,
  contactPhone: null,
  contacts: {},
  accountManagerId: null,
  ownerIds: [],
  ownerManagerId: null,
  assigneeId: null,
  snoozedUntil: null,
  waitingFor: null,
  waitingUntil: null,
  waitingNote: null,
  snoozedById: null,
  lastPause: null,
  createdAt: CREATED,
  deletedAt: null,
  lastActivityAt: null,
  enteredAt: null,
  authorizedAt: null,
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
  restingSince: null,
  clockStops: [],
  stuckAt: null,
  priority: null,
  resolvedAt: null,
  ...fields,
});
