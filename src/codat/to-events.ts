import type { z } from 'zod';
import { event, type JourneyEvent } from '../journey/events.ts';
import { isAccounting } from '../journey/other-connections.ts';
import { companyProfile, connectionData, failureOf, referenceProfile } from './descriptions.ts';
import {
  type ConnectionError,
  companyPayload,
  connectionPayload,
  type envelope,
  readPayload,
  reportPayload,
} from './payloads.ts';

type Envelope = z.output<typeof envelope>;
type Signal = { id: string; envelope: Envelope };

const from = (signal: Signal, customerId: string) => ({
  customerId,
  occurredAt: signal.envelope.generatedDate,
  source: 'codat' as const,
  sourceId: signal.id,
});

/** Codat lists all errors of a connection. A delivery is about the newest one that isn’t resolved. */
const newestError = (errors: readonly ConnectionError[]): ConnectionError | undefined => {
  const byTime = errors.toSorted((a, b) =>
    (a.erroredOnUtc ?? '').localeCompare(b.erroredOnUtc ?? ''),
  );
  return byTime.findLast(({ status }) => status !== 'Resolved') ?? byTime.at(-1);
};

const companyEvent =
  (type: 'customer.created' | 'customer.deleted') =>
  (signal: Signal): JourneyEvent[] => {
    const company = companyPayload.parse(signal.envelope.payload);
    const data = { customer: companyProfile(company) };
    return [event(type, from(signal, company.id), data)];
  };

const connectionEvent =
  (type: 'software.selected' | 'connection.authorized') =>
  (signal: Signal): JourneyEvent[] => {
    const { referenceCompany, connection } = connectionPayload.parse(signal.envelope.payload);
    const data = connectionData(referenceCompany, connection);
    return [event(type, from(signal, referenceCompany.id), data)];
  };

/** Others than accounting connections can be created linked, without their customer doing anything. */
const creationEvent = (signal: Signal): JourneyEvent[] => {
  const { connection } = connectionPayload.parse(signal.envelope.payload);
  const isLinked = connection.status === 'Linked' && !isAccounting(connection.sourceType);
  return connectionEvent(isLinked ? 'connection.authorized' : 'software.selected')(signal);
};

const lossEvent =
  (type: 'connection.disconnected' | 'connection.deleted') =>
  (signal: Signal): JourneyEvent[] => {
    const { referenceCompany, connection } = connectionPayload.parse(signal.envelope.payload);
    const data = { ...connectionData(referenceCompany, connection), status: connection.status };
    return [event(type, from(signal, referenceCompany.id), data)];
  };

const failureEvent = (signal: Signal): JourneyEvent[] => {
  const { referenceCompany, connection } = connectionPayload.parse(signal.envelope.payload);
  // Errors of a linked connection come and go while its data is read. They are no failed attempts.
  if (connection.status === 'Linked') return [];
  const error = newestError(connection.dataConnectionErrors ?? []);
  const data = { ...connectionData(referenceCompany, connection), ...failureOf(error) };
  return [event('connection.failed', from(signal, referenceCompany.id), data)];
};

/** One event per connection with new data. A failed read brings none. */
const readEvents = (signal: Signal): JourneyEvent[] => {
  const { referenceCompany, dataTypes } = readPayload.parse(signal.envelope.payload);
  const read = dataTypes.filter(({ status }) => status === 'Complete');
  const connectionIds = [...new Set(read.map(({ connectionId }) => connectionId))];
  return connectionIds.map((connectionId) =>
    event(
      'data.received',
      {
        ...from(signal, referenceCompany.id),
        sourceId: `${signal.id}:${connectionId}`,
      },
      { customer: referenceProfile(referenceCompany), connectionId },
    ),
  );
};

const reportEvent =
  (type: 'report.ready' | 'report.failed') =>
  (signal: Signal): JourneyEvent[] => {
    const { referenceCompany } = reportPayload.parse(signal.envelope.payload);
    const data = { customer: referenceProfile(referenceCompany) };
    return [event(type, from(signal, referenceCompany.id), data)];
  };

const HANDLERS: Record<string, (signal: Signal) => JourneyEvent[]> = {
  'company.created': companyEvent('customer.created'),
  'company.deleted': companyEvent('customer.deleted'),
  'connection.created': creationEvent,
  'connection.connected': connectionEvent('connection.authorized'),
  'connection.reconnected': connectionEvent('connection.authorized'),
  'connection.failed': failureEvent,
  'connection.disconnected': lossEvent('connection.disconnected'),
  'connection.deleted': lossEvent('connection.deleted'),
  'read.completed.initial': readEvents,
  'read.completed': readEvents,
  'reports.spendAnalysis.generate.successful': reportEvent('report.ready'),
  'reports.spendAnalysis.generate.unsuccessful': reportEvent('report.failed'),
};

/** Whether deliveries of this type affect a customer’s journey. */
export const isHandled = (eventType: string): boolean => Object.hasOwn(HANDLERS, eventType);

/**
 * Translates a delivery into events, all of one customer.
 * @throws ZodError when the payload doesn’t match its event type
 */
export const toEvents = (deliveryId: string, delivery: Envelope): JourneyEvent[] =>
  HANDLERS[delivery.eventType]?.({ id: delivery.id ?? deliveryId, envelope: delivery }) ?? [];
