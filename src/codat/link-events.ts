import { z } from 'zod';
import { instant } from '../journey/clock/instant-schema.ts';
import { event, type JourneyEvent } from '../journey/events.ts';
import { canonicalKey } from './descriptions.ts';
import { storable } from './read-body.ts';

/** A callback of Codat’s Link SDK, as forwarded by the page that embeds it. */
export const linkEventBody = z.object({
  id: z.string().min(1).max(200),
  companyId: z.string().min(1).max(200),
  type: z.enum([
    'onConnectionStarted',
    'onConnection',
    'onConsent',
    'onFinish',
    'onClose',
    'onError',
  ]),
  occurredAt: instant,
  connectionId: z.string().min(1).max(200).optional(),
  /** Codat’s integration key, in callbacks that know the software. */
  integrationKey: z.string().min(1).max(40).optional(),
  platformName: z.string().max(200).optional(),
  correlationId: z.string().max(200).optional(),
  message: z.string().max(10_000).optional(),
  errorCode: z.union([z.string(), z.number()]).optional(),
  userRecoverable: z.boolean().optional(),
});

export type LinkEvent = z.output<typeof linkEventBody>;

const TYPES = {
  onConnectionStarted: 'software.selected',
  onConsent: 'connection.initiated',
  onConnection: 'connection.authorized',
} as const;

const failure = ({ message, errorCode, correlationId }: LinkEvent) => {
  const text = [message, correlationId && `correlation id ${correlationId}`]
    .filter(Boolean)
    .join(' · ');
  const statusCode = storable(errorCode?.toString() ?? '');
  return { text: storable(text), ...(statusCode && { statusCode }) };
};

/**
 * Translates a callback into an event. Returns null for `onClose`, which doesn’t affect the journey. A callback that
 * names no connection is stored without: which one it is about depends on what happened before it, in any order of
 * arrival.
 */
export const toEvent = (callback: LinkEvent): JourneyEvent | null => {
  const { type, companyId, occurredAt, id, connectionId, integrationKey, platformName } = callback;
  const signal = { customerId: companyId, occurredAt, source: 'sdk' as const, sourceId: id };
  if (type === 'onClose') return null;
  if (type === 'onFinish') return event('journey.completed', signal, {});
  const data = {
    ...(connectionId && { connectionId }),
    ...(integrationKey && { software: canonicalKey(storable(integrationKey)) }),
    ...(platformName && { softwareName: storable(platformName) }),
  };
  return type === 'onError'
    ? event('connection.failed', signal, { ...data, ...failure(callback) })
    : event(TYPES[type], signal, data);
};
