import { beforeAll, describe, expect, it } from 'vitest';
import type { Activity } from '../../src/database/schema/index.ts';
import { CALL_OUTCOMES } from '../../src/journey/outreach.ts';
import { collect, type Folded, folded } from './folded-samples.ts';
import { loggedActions } from './logged-actions.ts';

let samples: Folded[];
let activities: Activity[];

beforeAll(async () => {
  samples = (await collect({ count: 400 })).map(folded);
  activities = samples.flatMap(loggedActions);
});

const done = (resource: string, action: string) =>
  activities.filter((activity) => activity.resource === resource && activity.action === action);

describe('the team’s actions for sample customers', () => {
  it('are logged once each, with their actor', () => {
    expect(new Set(activities.map(({ id }) => id)).size).toBe(activities.length);
    expect([...new Set(activities.map(({ actorId }) => actorId))].sort()).toEqual([
      'agent',
      'colleague',
      'manager',
    ]);
    for (const [resource, action] of [
      ['customers', 'edit'],
      ['customers', 'share-link'],
      ['notes', 'create'],
      ['journeys', 'reopen'],
    ] as const)
      expect(done(resource, action).length).toBeGreaterThan(0);
  });

  it('name the journey that was closed', () => {
    const closed = samples.flatMap(({ id, state }) =>
      state.journeys.flatMap(({ closedAt }, ordinal) => (closedAt ? [`${id}:${ordinal}`] : [])),
    );
    expect(closed.length).toBeGreaterThan(0);
    const named = new Set(done('journeys', 'close').map(({ recordId }) => recordId));
    const reopened = new Set(done('journeys', 'reopen').map(({ recordId }) => recordId));
    expect([...named].filter((id) => !reopened.has(id))).toEqual(closed);
  });

  it('include calls with every outcome, each with an event that refers to its note', () => {
    const calls = samples.flatMap(({ notes }) => notes.filter(({ kind }) => kind === 'call'));
    expect(new Set(calls.map(({ outcome }) => outcome))).toEqual(new Set(CALL_OUTCOMES));
    const callData = samples
      .flatMap(({ events }) => events)
      .flatMap(({ type, data }) => (type === 'call.made' ? [data] : []));
    expect(callData).toEqual(calls.map(({ id, outcome }) => ({ outcome, noteId: id })));
  });
});
