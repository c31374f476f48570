import fc from 'fast-check';
import { WAITING_FOR } from '../../src/common/event-types.ts';
import type { JourneyEvent } from '../../src/journey/events.ts';
import { addHours, type Instant } from '../../src/journey/instant.ts';
import type { StuckSettings } from '../../src/journey/stuck.ts';
import { STUCK_REASONS } from '../../src/journey/stuck.ts';
import { CUSTOMER_ID, eventLists, START } from '../../src/journey/testing/arbitraries.ts';
import { calendars } from '../../src/journey/testing/calendars.ts';

/** Test support: histories with many pauses, around changes of daylight saving, and what a team can have set. */

/** Full quarters of an hour, so that working time can be counted by them. */
const quarters = (most: number) => fc.nat(most * 4).map((number) => number / 4);

const moment = quarters(60 * 24).map((hours) => addHours(START, hours));

const change = fc.oneof(
  fc.record({ snoozedUntil: fc.option(moment) }),
  fc.record(
    {
      waitingFor: fc.option(fc.constantFrom(...WAITING_FOR), { freq: 8 }),
      waitingUntil: fc.option(moment),
    },
    { requiredKeys: ['waitingFor'] },
  ),
);

const pauses = fc.array(fc.tuple(moment, change), { maxLength: 6 }).map((list): JourneyEvent[] =>
  list.map(([occurredAt, customer], index) => ({
    ...{ customerId: CUSTOMER_ID, occurredAt, source: 'agent', sourceId: `pause-${index}` },
    ...{ actorId: 'agent-1', type: 'customer.updated', data: { customer } },
  })),
);

const DAY = 24;
/** From the start of the generated events to the weeks in which clocks are put forward, and back. */
const AWAY = [0, 222 * DAY];

const INSTANT = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;

/** The same events some hours later, and at full quarters. */
const moved = (events: readonly JourneyEvent[], hours: number): JourneyEvent[] =>
  JSON.parse(
    JSON.stringify(events).replace(INSTANT, (at: Instant) =>
      addHours(at.replace(':03.600Z', ':00.000Z'), hours),
    ),
  );

/** A customer’s events, and a moment around and after them. */
export const pausedHistories = fc
  .tuple(eventLists, pauses, quarters(60 * DAY), fc.constantFrom(...AWAY))
  .map(([signals, paused, hours, away]) => ({
    events: moved([...signals, ...paused], away),
    now: addHours(START, hours + away),
  }));

const threshold = fc.record({
  hours: fc.oneof(fc.constant(0), quarters(30), quarters(120)),
  onPremiseHours: fc.option(quarters(60)),
  workingTime: fc.boolean(),
});

const complexity = fc.constantFrom('simple', 'moderate', 'complex');
const software = fc.record({ complexity, onPremise: fc.boolean() });

export const teams: fc.Arbitrary<StuckSettings> = fc.record({
  thresholds: fc.record(Object.fromEntries(STUCK_REASONS.map((reason) => [reason, threshold]))),
  software: fc.record({ gbol: software, akxx: software, pqsw: software }),
  calendar: calendars,
});
