import { type LinkEvent, toEvent } from '../../../src/codat/link-events.ts';
import type { JourneyEvent } from '../../../src/journey/events.ts';
import type { Instant } from '../../../src/journey/instant.ts';

/** When a signal came, and by which id it is known. */
type Signal = { customerId: string; at: Instant; id: string };

/** The customer followed the link that we track. */
export const linkOpened = ({ customerId, at, id }: Signal): JourneyEvent => ({
  type: 'link.opened',
  customerId,
  occurredAt: at,
  source: 'link',
  sourceId: id,
  actorId: null,
  data: {},
});

/** A callback of the Link SDK, in the page that embeds it. */
const callback = (
  type: LinkEvent['type'],
  { customerId, at, id }: Signal,
  connectionId: string | null,
): JourneyEvent => {
  const event = toEvent({ id, companyId: customerId, type, occurredAt: at }, connectionId);
  if (!event || event === 'connection missing')
    throw new Error(`${type} is no news of a journey, or needs a connection.`);
  return event;
};

/** The customer reviewed the data that is shared and went to the software. */
export const connectionInitiated = (signal: Signal, connectionId: string): JourneyEvent =>
  callback('onConsent', signal, connectionId);

/** The customer finished and left the flow. */
export const journeyCompleted = (signal: Signal): JourneyEvent =>
  callback('onFinish', signal, null);
