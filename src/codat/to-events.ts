import type { z } from 'zod';
import { event, type JourneyEvent } from '../journey/events.ts';
import type { Instant } from '../journey/instant.ts';
import { isAccounting } from '../journey/other-connections.ts';
import {
  companyProfile,
  connectionData,
  defined,
  failureOf,
  hasFailed,
  readFailureOf,
  referenceProfile,
} from './descriptions.ts';
import { parseLeniently } from './lenient.ts';
import {
  type ConnectionError,
  companyPayload,
  connectionPayload,
  type envelope,
  productPayload,
  readPayload,
  reportPayload,
} from './payloads.ts';

type Envelope = z.output<typeof envelope>;

type Signal = {
  /** Codat’s id of the event, or the delivery’s if it has none. */
  id: string;
  at: Instant;
  /** Reads the payload. @throws ZodError when it isn’t of that form */
  payload: <T>(schema: z.ZodType<T>) => T;
};

const from = ({ id, at }: Signal, customerId: string) => ({
  customerId,
  occurredAt: at,
  source: 'codat' as const,
  sourceId: id,
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
    const company = signal.payload(companyPayload);
    const data = { customer: companyProfile(company) };
    return [event(type, from(signal, company.id), data)];
  };

/** A product was added to a company or removed from it. */
const productEvent = (signal: Signal): JourneyEvent[] => {
  const { products, ...company } = signal.payload(productPayload);
  const data = { customer: { ...referenceProfile(company), ...defined({ products }) } };
  return [event('customer.updated', from(signal, company.id), data)];
};

const connectionEvent =
  (type: 'software.selected' | 'connection.authorized') =>
  (signal: Signal): JourneyEvent[] => {
    const { referenceCompany, connection } = signal.payload(connectionPayload);
    const data = connectionData(referenceCompany, connection);
    return [event(type, from(signal, referenceCompany.id), data)];
  };

/** Others than accounting connections can be created linked, without their customer doing anything. */
const creationEvent = (signal: Signal): JourneyEvent[] => {
  const { connection } = signal.payload(connectionPayload);
  const isLinked = connection.status === 'Linked' && !isAccounting(connection.sourceType);
  return connectionEvent(isLinked ? 'connection.authorized' : 'software.selected')(signal);
};

const lossEvent =
  (type: 'connection.disconnected' | 'connection.deleted') =>
  (signal: Signal): JourneyEvent[] => {
    const { referenceCompany, connection } = signal.payload(connectionPayload);
    const { status } = connection;
    const data = { ...connectionData(referenceCompany, connection), ...defined({ status }) };
    return [event(type, from(signal, referenceCompany.id), data)];
  };

const failureEvent = (signal: Signal): JourneyEvent[] => {
  const { referenceCompany, connection } = signal.payload(connectionPayload);
  // Errors of a linked connection come and go while its data is read. They are no failed attempts.
  if (connection.status === 'Linked') return [];
  const error = newestError(connection.dataConnectionErrors ?? []);
  const data = { ...connectionData(referenceCompany, connection), ...failureOf(error) };
  return [event('connection.failed', from(signal, referenceCompany.id), data)];
};

/**
 * Events of each connection: that data was read, or that reading it failed. Data types that the software doesn’t have
 * are no failure, and later reads are only told if they brought nothing.
 */
const readEvents =
  ({ isFirst }: { isFirst: boolean }) =>
  (signal: Signal): JourneyEvent[] => {
    const { referenceCompany, dataTypes } = signal.payload(readPayload);
    return [...Map.groupBy(dataTypes, (read) => read.connectionId)].flatMap(
      ([connectionId, all]) => {
        if (!connectionId) return [];
        const data = { customer: referenceProfile(referenceCompany), connectionId };
        const origin = (sourceId: string) => ({ ...from(signal, referenceCompany.id), sourceId });
        const complete = all.some(({ status }) => status === 'Complete');
        const failed = all.filter(
          (read) => hasFailed(read) && !(complete && read.status === 'NotSupported'),
        );
        const key = `${signal.id}:${connectionId}`;
        return [
          ...(complete ? [event('data.received', origin(key), data)] : []),
          ...(failed.length > 0 && (isFirst || !complete)
            ? [event('read.failed', origin(`${key}:failed`), { ...data, ...readFailureOf(failed) })]
            : []),
        ];
      },
    );
  };

const reportEvent =
  (type: 'report.ready' | 'report.failed') =>
  (signal: Signal): JourneyEvent[] => {
    const { referenceCompany } = signal.payload(reportPayload);
    const data = { customer: referenceProfile(referenceCompany) };
    return [event(type, from(signal, referenceCompany.id), data)];
  };

const HANDLERS: Record<string, (signal: Signal) => JourneyEvent[]> = {
  'company.created': companyEvent('customer.created'),
  'company.deleted': companyEvent('customer.deleted'),
  'company.product.added': productEvent,
  'company.product.removed': productEvent,
  'connection.created': creationEvent,
  'connection.connected': connectionEvent('connection.authorized'),
  'connection.reconnected': connectionEvent('connection.authorized'),
  'connection.failed': failureEvent,
  'connection.disconnected': lossEvent('connection.disconnected'),
  'connection.deleted': lossEvent('connection.deleted'),
  'read.completed.initial': readEvents({ isFirst: true }),
  'read.completed': readEvents({ isFirst: false }),
  'reports.spendAnalysis.generate.successful': reportEvent('report.ready'),
  'reports.spendAnalysis.generate.unsuccessful': reportEvent('report.failed'),
};

/** Whether deliveries of this type affect a customer’s journey. */
export const isHandled = (eventType: string): boolean => Object.hasOwn(HANDLERS, eventType);

type Received = { id: string; receivedAt: Instant };

/**
 * Translates a delivery into events, all of one customer, with notes on what was left out of its payload.
 * @throws ZodError when the payload lacks what its event type needs
 */
export const toEvents = ({ id, receivedAt }: Received, delivery: Envelope) => {
  const notes = new Set<string>();
  const events = HANDLERS[delivery.eventType]?.({
    id: delivery.id ?? id,
    at: delivery.generatedDate ?? receivedAt,
    payload: (schema) => {
      const payload = parseLeniently(schema, delivery.payload, ['payload']);
      for (const note of payload.notes) notes.add(note);
      return payload.value;
    },
  });
  return { events: events ?? [], notes: [...notes] };
};
