import { type LinkEvent, toEvent } from '../../../src/codat/link-events.ts';
import type { JourneyEvent } from '../../../src/journey/events.ts';
import type { Instant } from '../../../src/journey/instant.ts';

/** When a signal arrived, and its ID. */
type Signal = { customerId: string; at: Instant; id: string };

/** The customer opened their tracked link. */
export const linkOpened = ({ customerId, at, id }: Signal): JourneyEvent => ({
  type: 'link.opened',
  customerId,
  occurredAt: at,
  source: 'link',
  sourceId: id,
  actorId: null,
  data: {},
});

/** A callback of the Link SDK, from the page that embeds it. */
const callback = (
  type: LinkEvent['type'],
  { customerId, at, id }: Signal,
  connection: Pick<LinkEvent, 'connectionId'> = {},
): JourneyEvent => {
  const event = toEvent({ id, companyId: customerId, type, occurredAt: at, ...connection });
  if (!event) throw new Error(`${type} is not a journey event.`);
  return event;
};

/** The customer agreed to share data and went to the software. */
export const connectionInitiated = (signal: Signal, connectionId: string): JourneyEvent =>
  callback('onConsent', signal, { connectionId });

/** The customer finished and left the flow. */
export const journeyCompleted = (signal: Signal): JourneyEvent => callback('onFinish', signal);
