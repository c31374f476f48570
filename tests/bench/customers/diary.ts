import type { Random } from '../../../mocks/sample/random.ts';
import type { EventType } from '../../../src/common/event-types.ts';
import { type JourneyEvent, parseEvent } from '../../../src/journey/events.ts';
import { addHours, type Instant } from '../../../src/journey/instant.ts';

type Start = { customerId: string; begins: Instant; now: Instant; random: Random };
type Source = JourneyEvent['source'];

/** What happened to one customer, in order. Nothing is noted that lies after `now`. */
export const openDiary = ({ customerId, begins, now, random }: Start) => {
  const events: JourneyEvent[] = [];
  let clock = begins;
  let number = 0;
  return {
    customerId,
    events,
    /** The time of the last entry. */
    now: (): Instant => clock,
    /** Lets some hours pass, at least `least` and mostly not much more. */
    wait: (least: number, most: number) => {
      clock = addHours(clock, least + (most - least) * random.within(0, 1) ** 2);
    },
    note: <T extends EventType>(
      type: T,
      data: JourneyEvent<T>['data'],
      source: Source = 'codat',
      actorId: string | null = null,
    ) => {
      number += 1;
      if (clock > now) return;
      const sourceId = `${customerId}:${number}`;
      events.push(
        parseEvent({ type, customerId, occurredAt: clock, source, sourceId, actorId, data }),
      );
    },
  };
};

export type Diary = ReturnType<typeof openDiary>;
