import { atHand } from '../journey/checkpoint/excerpt.ts';
import { contactsFromTags } from '../journey/contacts.ts';
import type { CustomerState, Journey } from '../journey/journey.ts';
import { listOthers } from '../journey/other-connections.ts';
import { enteredAt } from '../journey/progress.ts';
import { resolvedAt } from '../journey/resolved.ts';
import { searchTextOf } from '../journey/search/search.ts';
import { stuckSpell } from '../journey/spells/stuck-spell.ts';
import { isConnected } from '../journey/stages.ts';
import { type StuckSettings, stuckState } from '../journey/stuck.ts';
import type { AttemptRow, Customer, JourneyRow, StuckSpellRow } from './schema/index.ts';

/** The rows that store a customer’s state. */
export type Snapshot = {
  customer: Customer;
  journeys: JourneyRow[];
  attempts: AttemptRow[];
  stuckSpells: StuckSpellRow[];
};

const journeyRow = (customerId: string, ordinal: number, journey: Journey): JourneyRow => ({
  id: `${customerId}:${ordinal}`,
  customerId,
  ordinal,
  kind: journey.kind,
  startedAt: journey.startedAt,
  stage: journey.stage,
  stageEnteredAt: journey.stageEnteredAt,
  furthestStage: journey.furthestStage,
  software: journey.software,
  connectionId: journey.connectionId,
  failedAttempts: journey.failedAttempts,
  failureReason: journey.failureReason,
  lastSentAt: journey.lastSentAt,
  tried: journey.tried,
  closedAt: journey.closedAt,
  closedReason: journey.closedReason,
  firstSignalAt: journey.firstSignalAt,
  invitedAt: journey.reachedAt.invited ?? null,
  openedAt: journey.reachedAt.opened ?? null,
  selectedAt: journey.reachedAt.selected ?? null,
  initiatedAt: journey.reachedAt.initiated ?? null,
  authorizedAt: journey.reachedAt.authorized ?? null,
  completedAt: journey.reachedAt.completed ?? null,
  streamingAt: journey.reachedAt.streaming ?? null,
});

const attemptRows = (customerId: string, ordinal: number, journey: Journey): AttemptRow[] =>
  atHand(journey.attempts).map(([index, { correctedBy, ...attempt }]) => ({
    id: `${customerId}:${ordinal}:${index}`,
    customerId,
    journeyId: `${customerId}:${ordinal}`,
    ...attempt,
    correctedById: correctedBy,
  }));

const stuckSpellRows = (
  of: { customerId: string; journeyId: string },
  { spells }: Journey,
  settings: StuckSettings,
): StuckSpellRow[] =>
  atHand(spells).flatMap(([index, spell]) => {
    const stuck = stuckSpell(spell, settings);
    return stuck ? [{ id: `${of.journeyId}:${index}`, ...of, ...stuck }] : [];
  });

/**
 * Turns a customer’s state into rows. Of a state at a checkpoint, the journeys, attempts and spells that are at hand.
 * @throws Error when no event has started a journey yet
 */
export const snapshot = (id: string, state: CustomerState, settings: StuckSettings): Snapshot => {
  const current = state.journeys.at(-1);
  const first = state.journeys[0];
  if (!current || !first) throw new Error(`Customer ${id} has no journey to store.`);
  const { profile, pause } = state;
  const journeys = atHand(state.journeys);
  const sought = {
    id,
    name: profile.name ?? id,
    contactName: profile.contactName ?? profile.tags?.contactName ?? null,
    contactEmail: profile.contactEmail ?? profile.tags?.contactEmail ?? null,
    contactPhone: profile.contactPhone ?? profile.tags?.contactPhone ?? null,
    contacts: { ...contactsFromTags(profile.tags ?? {}), ...profile.contacts },
    software: current.software,
    labels: profile.labels ?? [],
  };
  return {
    customer: {
      ...sought,
      searchText: searchTextOf(sought),
      description: profile.description ?? null,
      parentId: profile.parentId ?? null,
      linkUrl: profile.linkUrl ?? null,
      tags: profile.tags ?? {},
      accountManagerId: profile.accountManagerId ?? profile.ownerManagerId ?? null,
      ownerIds: profile.ownerIds ?? [],
      ownerManagerId: profile.ownerManagerId ?? null,
      assigneeId: profile.assigneeId ?? null,
      snoozedUntil: pause && !pause.waitingFor ? pause.until : null,
      waitingFor: pause?.waitingFor ?? null,
      waitingUntil: pause?.waitingFor ? pause.until : null,
      waitingNote: pause?.note ?? null,
      snoozedById: pause?.byId ?? null,
      lastPause: state.lastPause,
      createdAt: profile.createdAt ?? first.startedAt,
      deletedAt: state.deletedAt,
      lastActivityAt: state.lastActivityAt,
      enteredAt: current.kind === 'first' ? enteredAt(current) : null,
      authorizedAt: first.reachedAt.authorized ?? null,
      lastSignalAt: current.lastSignalAt,
      journeyId: `${id}:${state.journeys.length - 1}`,
      journeyKind: current.kind,
      stage: current.stage,
      furthestStage: current.furthestStage,
      stageEnteredAt: current.stageEnteredAt,
      connected: isConnected(current.stage),
      connectionId: current.connectionId,
      otherConnections: listOthers(state),
      failedAttempts: current.failedAttempts,
      failureReason: current.failureReason,
      lastSentAt: current.lastSentAt,
      tried: current.tried,
      closedAt: current.closedAt,
      closedReason: current.closedReason,
      reopenedAt: current.reopenedAt,
      ...stuckState(state, settings),
      resolvedAt: resolvedAt(state, settings),
    },
    journeys: journeys.map(([ordinal, journey]) => journeyRow(id, ordinal, journey)),
    attempts: journeys.flatMap(([ordinal, journey]) => attemptRows(id, ordinal, journey)),
    stuckSpells: journeys.flatMap(([ordinal, journey]) =>
      stuckSpellRows({ customerId: id, journeyId: `${id}:${ordinal}` }, journey, settings),
    ),
  };
};
