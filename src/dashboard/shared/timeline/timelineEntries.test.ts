import { expect, it } from 'vitest';
import type { EventRecord } from '../../../api/events/resource.ts';
import { NOT_PAUSED } from '../../../journey/clock/pause.ts';
import type { JourneyEvent } from '../../../journey/events.ts';
import { exactTime } from '../format/duration.ts';
import { describeEvent } from './timelineEntries.ts';

const AT = '2026-11-03T09:00:00.000Z';
const UNTIL = `until ${exactTime(AT)}`;

type Change = JourneyEvent<'customer.updated'>['data']['customer'] & {};

const entryOf = (customer: Change) => {
  const event: EventRecord = {
    ...{ id: 'e', customerId: 'c', type: 'customer.updated', data: { customer } },
    ...{ occurredAt: AT, recordedAt: AT, source: 'agent', sourceId: 's', actorId: 'mira' },
  };
  const { title, detail } = describeEvent(event);
  return [title, detail];
};

it.each<[Change, string, string?]>([
  [{ snoozedUntil: AT }, `Snoozed ${UNTIL}`],
  [{ ...NOT_PAUSED, snoozedUntil: AT }, `Snoozed ${UNTIL}`],
  [{ waitingFor: 'customer_it' }, 'Waiting for their IT'],
  [{ waitingFor: 'customer_it', waitingUntil: AT }, `Waiting for their IT ${UNTIL}`],
  [
    { waitingFor: 'vendor', waitingNote: 'Ticket 7' },
    'Waiting for the software’s vendor',
    'Ticket 7',
  ],
  [{ waitingFor: 'migration', waitingNote: 'Xero' }, 'Waiting for the migration to Xero'],
  [{ waitingUntil: AT }, `Waiting ${UNTIL}`],
  [{ waitingFor: null }, 'Back from waiting'],
  [{ snoozedUntil: null }, 'Woken up'],
  [NOT_PAUSED, 'No longer paused'],
  [{ assigneeId: null }, 'Unassigned'],
])('the change %o is on the timeline as “%s”', (change, title, detail) => {
  expect(entryOf(change)).toEqual([title, detail]);
});
