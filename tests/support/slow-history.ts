import type { JourneyEvent, PauseChange } from '../../src/journey/events.ts';
import type { Instant } from '../../src/journey/instant.ts';
import { readReasonOf, reasonOf } from '../../src/journey/recognize-reason.ts';
import type { Stage } from '../../src/journey/stages.ts';

/**
 * Test support: what the events of customers mean, worked out a second time from the rules alone. Shares no code with
 * the fold, and no row that it stored: stages are numbers, and each event is looked at once, in one long walk.
 */

/** One attempt: who saw it last, and how it ended. */
export type Try = {
  connection: string;
  software: string | null;
  begun: Instant;
  lastSeen: Instant;
  /** The time of an approval can be unknown. */
  end: {
    at: Instant | null;
    how: 'authorized' | 'failed' | 'abandoned';
    why: string | null;
  } | null;
  recognized: string | null;
  doors: string[];
  journey: Journey;
};

export type Journey = {
  kind: 'first' | 'reconnect';
  begun: Instant;
  now: number;
  /** When they came to where they are now. */
  since: Instant;
  furthest: number;
  /** By stage; null where it was only implied. */
  times: (Instant | null)[];
  software: string | null;
  connection: string | null;
  sent: Instant | null;
  firstSignal: Instant | null;
  lastSignal: Instant | null;
  /** The failures in a row, and whether nothing but signs of life, or nothing at all, followed the last. */
  failures: Instant[];
  why: string | null;
  stopped: boolean;
  failedLast: boolean;
  /** Whether the last signal told that they finished, before any approval. */
  awaitsApproval: boolean;
  closed: string | null;
};

export type History = {
  id: string;
  journeys: Journey[];
  tries: Try[];
  deleted: boolean;
  accountManager: string | null;
  /** The customer ID of the parent company. */
  parent: string | null;
  /** What was last reported of each part of the profile. */
  profile: Record<string, unknown>;
  /** The links that were sent, in order. */
  sent: JourneyEvent<'link.sent'>[];
  /** All of them, also those that ended. */
  pauses: PauseTold[];
};

/** `what` is null for a snooze, `until` if no end was said. `ended` is when something ended it, or its date passed first. */
type PauseTold = {
  what: string | null;
  from: Instant;
  until: Instant | null;
  ended: Instant | null;
};

export const STAGE_NAMES: readonly Stage[] = [
  'created',
  'invited',
  'opened',
  'selected',
  'initiated',
  'authorized',
  'completed',
  'streaming',
];
export const [, INVITED, OPENED, SELECTED, INITIATED, APPROVED, FINISHED, STREAMING] = [
  0, 1, 2, 3, 4, 5, 6, 7,
] as const;

const HOUR = 3_600_000;
export const later = (at: Instant, hours: number): Instant =>
  new Date(Date.parse(at) + hours * HOUR).toISOString();
const isClose = (a: Instant, b: Instant) => Math.abs(Date.parse(a) - Date.parse(b)) <= 5 * 60_000;
const A_WEEK = 7 * 24;

/** What can cause something else comes before it. */
const CAUSES_FIRST = [
  ['customer.created', 'customer.updated', 'link.sent', 'email.sent', 'call.made', 'link.opened'],
  ['software.selected', 'connection.initiated', 'connection.failed', 'connection.authorized'],
  ['journey.completed', 'read.failed', 'data.received', 'report.ready', 'report.failed'],
  ['connection.disconnected', 'connection.deleted', 'attempt.corrected'],
  ['case.raised', 'case.resolved', 'journey.closed', 'journey.reopened', 'customer.deleted'],
].flat();

const sortKey = ({ occurredAt, type, sourceId, source }: JourneyEvent) =>
  `${occurredAt} ${String.fromCharCode(65 + CAUSES_FIRST.indexOf(type))} ${sourceId} ${source}`;

const beginning = (kind: Journey['kind'], begun: Instant): Journey => ({
  kind,
  begun,
  now: 0,
  since: begun,
  furthest: 0,
  times: [begun],
  software: null,
  connection: null,
  sent: null,
  firstSignal: null,
  lastSignal: null,
  failures: [],
  why: null,
  stopped: false,
  failedLast: false,
  awaitsApproval: false,
  closed: null,
});

const connectionOf = ({ data }: JourneyEvent) =>
  'connectionId' in data ? data.connectionId : undefined;

const isNoticedLater = ({ data }: JourneyEvent) =>
  'noticedLater' in data && data.noticedLater === true;

/** The connections that some event tells to be no accounting ones. */
const others = (events: readonly JourneyEvent[]) => {
  const types = events.flatMap((event) => {
    const type = 'sourceType' in event.data ? event.data.sourceType : undefined;
    return type && type !== 'Accounting' ? [connectionOf(event)] : [];
  });
  return new Set(types);
};

/** Sees the history as it is after each event, and whether that was news of the customer. */
type Watch = (event: JourneyEvent, history: History, isNews: boolean) => void;

/** The history of one customer, of whose events none is recorded later than `now`. */
const historyOf = (
  id: string,
  events: readonly JourneyEvent[],
  { now, watch }: { now: Instant; watch: Watch | undefined },
): History => {
  const history: History = {
    id,
    journeys: [],
    tries: [],
    deleted: false,
    accountManager: null,
    parent: null,
    profile: {},
    sent: [],
    pauses: [],
  };
  const { journeys, tries } = history;
  const status = new Map<string, 'pending' | 'linked' | 'gone'>();
  const softwareOf = new Map<string, string>();
  const other = others(events);
  /** Connections in the order in which they were last selected, and who reported it. */
  let selected: { connection: string; at: Instant; doors: string[] }[] = [];
  let lastOpened = '';
  /** The time of the event looked at. */
  let clock = '';

  const current = (at: Instant): Journey => {
    if (journeys.length === 0) journeys.push(beginning('first', at));
    return journeys[journeys.length - 1] as Journey;
  };
  const reach = (journey: Journey, stage: number, at: Instant | null) => {
    if (stage > journey.furthest) {
      journey.furthest = stage;
      journey.times[stage] = at;
    }
    if (stage > journey.now) Object.assign(journey, { now: stage, since: clock });
  };
  const goTo = (journey: Journey, stage: number, at: Instant | null) => {
    reach(journey, stage, at);
    if (journey.now < APPROVED) Object.assign(journey, { now: stage, since: clock });
  };
  const succeed = (journey: Journey) => {
    journey.failures = [];
    journey.why = null;
    journey.stopped = false;
  };
  const lastTry = (connection: string) => {
    const own = tries.filter((one) => one.connection === connection);
    return own.sort((a, b) => journeys.indexOf(a.journey) - journeys.indexOf(b.journey)).at(-1);
  };
  /** The open attempt on a connection. A week of silence has ended it. */
  const openTry = (connection: string, at: Instant) => {
    const last = lastTry(connection);
    if (!last || last.end) return undefined;
    const due = later(last.lastSeen, A_WEEK);
    if (due > at) return last;
    last.end = { at: due, how: 'abandoned', why: null };
    return undefined;
  };
  const select = ({ type, occurredAt: at, source }: JourneyEvent, connection: string) => {
    const doors = type === 'software.selected' ? [source] : [];
    selected = [
      ...selected.filter((one) => one.connection !== connection),
      { connection, at, doors },
    ];
  };
  /** A signal on a connection that isn’t live: which attempt it is about. */
  const attempt = (event: JourneyEvent, connection: string, told: string | undefined): Try => {
    const at = event.occurredAt;
    const journey = current(at);
    if (event.type === 'software.selected' || !status.has(connection)) select(event, connection);
    const software = told ?? softwareOf.get(connection) ?? null;
    if (software) softwareOf.set(connection, software);
    if (!status.has(connection) || status.get(connection) === undefined)
      status.set(connection, 'pending');
    journey.stopped = false;
    if (journey.now < APPROVED) Object.assign(journey, { connection, software });
    const open = openTry(connection, at);
    if (open) {
      Object.assign(open, { lastSeen: at, journey, software: open.software ?? software });
      return open;
    }
    const started: Try = {
      ...{
        connection,
        software,
        begun: at,
        lastSeen: at,
        end: null,
        recognized: null,
        doors: [],
        journey,
      },
    };
    tries.push(started);
    return started;
  };
  /** An open attempt that led to an approval at an unknown time. Silence doesn't count against it. */
  const approveSometime = (connection: string): boolean => {
    const last = lastTry(connection);
    if (!last || last.end) return false;
    last.end = { at: null, how: 'authorized', why: null };
    return true;
  };
  const approve = (
    event: JourneyEvent,
    connection: string,
    told: string | undefined,
    sometime: true | undefined,
  ) => {
    if (sometime && approveSometime(connection)) return;
    const at = sometime ? null : event.occurredAt;
    attempt(event, connection, told).end = { at, how: 'authorized', why: null };
  };
  const link = (journey: Journey, connection: string, told: string | undefined) => {
    const software = told ?? softwareOf.get(connection) ?? null;
    if (software) softwareOf.set(connection, software);
    status.set(connection, 'linked');
    Object.assign(journey, { connection, software });
    succeed(journey);
  };
  const fillIn = (connection: string, told: string) => {
    for (const one of [...tries, ...journeys])
      if (one.connection === connection) one.software ??= told;
    if (status.has(connection) && !softwareOf.has(connection)) softwareOf.set(connection, told);
  };
  const reconnect = (journey: Journey, at: Instant) =>
    journeys.push({
      ...beginning('reconnect', at),
      ...{ software: journey.software, connection: journey.connection },
    });
  /** Opens a closed journey. If access was lost meanwhile, the way back begins. */
  const reopen = (at: Instant) => {
    const journey = current(at);
    if (!journey.closed) return;
    journey.closed = null;
    if (journey.furthest >= APPROVED && journey.now < APPROVED) reconnect(journey, at);
  };
  const lastFailed = (journey: Journey) =>
    tries
      .filter((one) => one.journey === journey && one.end?.how === 'failed')
      .sort((a, b) => Date.parse(a.end?.at ?? '') - Date.parse(b.end?.at ?? ''))
      .at(-1);
  const explain = (failed: Try, why: string) => {
    if (failed.end) failed.end.why = why;
    if (failed.journey.why && lastFailed(failed.journey) === failed) failed.journey.why = why;
  };
  /** Whether another source has reported this failure. */
  const isToldAgain = (event: JourneyEvent<'connection.failed'>, connection: string): boolean => {
    const last = lastTry(connection);
    if (last?.end?.how !== 'failed' || last.doors.includes(event.source)) return false;
    const failedAt = last.end.at ?? '';
    if (lastOpened > failedAt) return false;
    if (event.source !== 'return' && !isClose(failedAt, event.occurredAt)) return false;
    last.doors.push(event.source);
    const told = reasonOf(event, last.software);
    if ((last.recognized ?? last.end.why) === 'unknown' && told !== 'unknown') {
      if (last.recognized) last.recognized = told;
      else explain(last, told);
    }
    return true;
  };
  const isSelectedAgain = (event: JourneyEvent, connection: string): boolean => {
    const last = selected.find((one) => one.connection === connection);
    if (!last || last.doors.length === 0 || last.doors.includes(event.source)) return false;
    if (!isClose(last.at, event.occurredAt)) return false;
    last.doors.push(event.source);
    return true;
  };
  const correct = ({ data }: JourneyEvent<'attempt.corrected'>) => {
    const near = tries
      .filter(({ connection, end }) => connection === data.connectionId && end?.how === 'failed')
      .filter(({ end }) => end?.at && isClose(end.at, data.failedAt))
      .sort((a, b) => journeys.indexOf(a.journey) - journeys.indexOf(b.journey));
    const apart = ({ end }: Try) => Math.abs(Date.parse(end?.at ?? '') - Date.parse(data.failedAt));
    const nearest = near.sort((a, b) => apart(a) - apart(b))[0];
    if (!nearest?.end) return;
    nearest.recognized ??= nearest.end.why;
    explain(nearest, data.reason);
  };
  /** Codat couldn’t read a connection’s first data. Its event can tell the software. */
  const failRead = (event: JourneyEvent<'read.failed'>) => {
    const { connectionId, software } = event.data;
    if (other.has(connectionId)) return;
    if (software) fillIn(connectionId, software);
    const journey = current(event.occurredAt);
    if (status.get(connectionId) === 'gone') return;
    if (journey.now >= APPROVED && journey.now < STREAMING)
      journey.why = readReasonOf(event, journey.software);
  };
  const lose = (event: JourneyEvent, connection: string, told: string | undefined) => {
    const at = event.occurredAt;
    const journey = current(at);
    const software = told ?? softwareOf.get(connection) ?? null;
    if (software) softwareOf.set(connection, software);
    status.set(connection, 'gone');
    if (isNoticedLater(event)) approveSometime(connection);
    else {
      const open = openTry(connection, at);
      if (open) open.end = { at, how: 'authorized', why: null };
    }
    const stays = [...status].filter(([, is]) => is === 'linked').at(-1)?.[0];
    if (stays !== undefined) {
      if (journey.connection === connection)
        Object.assign(journey, { connection: stays, software: softwareOf.get(stays) ?? null });
      return;
    }
    succeed(journey);
    if (journey.furthest < APPROVED) reach(journey, APPROVED, null);
    Object.assign(journey, { connection, software });
    if (journey.closed === 'duplicate' || journey.closed === 'not_our_customer')
      Object.assign(journey, { now: 0, since: clock });
    else reconnect(journey, at);
  };
  const drop = (at: Instant, connection: string) => {
    const journey = current(at);
    const wasKnown = status.has(connection);
    const wasHere = wasKnown ? journey.connection === connection : journey.now < SELECTED;
    const open = openTry(connection, at);
    if (open) open.end = { at, how: 'abandoned', why: null };
    status.set(connection, 'gone');
    if (!wasKnown) reach(journey, SELECTED, null);
    if (!wasHere) return;
    journey.stopped = false;
    if (journey.now >= SELECTED) goTo(journey, OPENED, at);
  };
  const arrive = (stage: number, at: Instant, noticedLater: true | undefined) =>
    reach(current(at), stage, noticedLater ? null : at);

  /** What the customer did. Returns whether it was news. */
  const signal = (event: JourneyEvent): boolean => {
    const at = event.occurredAt;
    const told = 'software' in event.data ? event.data.software : undefined;
    const named = 'connectionId' in event.data ? event.data.connectionId : undefined;
    const needsConnection = !['link.opened', 'journey.completed'].includes(event.type);
    const isNameless = named === undefined && event.type !== 'connection.authorized';
    const connection = isNameless ? selected.at(-1)?.connection : named;
    if (needsConnection && connection !== undefined && other.has(connection)) {
      if (event.type === 'software.selected') select(event, connection);
      return false;
    }
    const before = current(at);
    const begin = () => {
      before.firstSignal ??= at;
    };
    if (event.type === 'link.opened') {
      lastOpened = at;
      reach(before, OPENED, at);
    } else if (event.type === 'journey.completed') {
      if (before.now >= APPROVED) {
        succeed(before);
        reach(before, FINISHED, at);
      }
    } else if (needsConnection && connection !== undefined) {
      if (told) fillIn(connection, told);
      const is = status.get(connection);
      const isEnd = ['data.received', 'connection.disconnected', 'connection.deleted'];
      if (is === 'gone' && isEnd.includes(event.type)) return false;
      if (event.type === 'software.selected' && isSelectedAgain(event, connection)) return false;
      if (event.type === 'connection.failed' && isToldAgain(event, connection)) return false;
      begin();
      if (event.type === 'connection.disconnected') lose(event, connection, told);
      if (event.type === 'connection.deleted') {
        if (is === 'linked' || event.data.status === 'Linked') lose(event, connection, told);
        else drop(at, connection);
      }
      if (event.type === 'data.received') {
        if (is !== 'linked') reopen(at);
        if (is === 'pending') approve(event, connection, told, event.data.noticedLater);
        if (is !== 'linked') link(current(at), connection, told);
        succeed(current(at));
        arrive(STREAMING, at, event.data.noticedLater);
      }
      if (is !== 'linked') {
        if (event.type === 'software.selected') {
          attempt(event, connection, told);
          goTo(before, SELECTED, event.data.noticedLater ? null : at);
        }
        if (event.type === 'connection.initiated') {
          attempt(event, connection, told);
          goTo(before, INITIATED, at);
        }
        if (event.type === 'connection.authorized') {
          reopen(at);
          approve(event, connection, told, event.data.beforeFirstSight);
          link(current(at), connection, told);
          arrive(APPROVED, at, event.data.noticedLater);
          if (current(at).awaitsApproval) arrive(FINISHED, at, event.data.noticedLater);
        }
        if (event.type === 'connection.failed') {
          const failed = attempt(event, connection, told);
          failed.end = { at, how: 'failed', why: reasonOf(event, failed.software) };
          failed.doors = [event.source];
          goTo(before, INITIATED, null);
          if (before.now < APPROVED) {
            before.failures.push(at);
            before.why = failed.end.why;
            before.stopped = true;
          }
        }
      }
    }
    begin();
    if (before.furthest < OPENED) reach(before, OPENED, null);
    const journey = current(at);
    journey.lastSignal = at;
    journey.failedLast = event.type === 'connection.failed' && journey.stopped;
    journey.awaitsApproval = event.type === 'journey.completed' && journey.now < APPROVED;
    return true;
  };

  const endPause = (at: Instant) => {
    for (const one of history.pauses) one.ended ??= at;
  };
  const pause = (told: PauseChange, at: Instant) => {
    const lasting = history.pauses.find(({ ended }) => ended === null);
    const begin = (what: string | null, until: Instant | null) => {
      if (lasting?.what === what && lasting.until === until) return;
      endPause(at);
      history.pauses.push({ what, from: at, until, ended: null });
    };
    if (told.waitingFor && told.waitingFor !== lasting?.what)
      begin(told.waitingFor, told.waitingUntil ?? null);
    else if (told.snoozedUntil) begin(null, told.snoozedUntil);
    else if (lasting?.what && told.waitingFor === null) endPause(at);
    else if (lasting && !lasting.what && told.snoozedUntil === null) endPause(at);
    else if (lasting?.what && told.waitingUntil !== undefined)
      begin(lasting.what, told.waitingUntil);
  };
  const SIGNALS = CAUSES_FIRST.filter((type) =>
    /^(link.opened|software|connection|data)/.test(type),
  );

  const seen = new Set<string>();
  const clocked = events.map((event) =>
    event.occurredAt > now ? { ...event, occurredAt: now } : event,
  );
  for (const event of clocked.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))) {
    const key = `${event.source} ${event.sourceId}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const at = event.occurredAt;
    clock = at;
    const customer = 'customer' in event.data ? event.data.customer : undefined;
    if (event.type === 'customer.created') {
      history.deleted = false;
      current(customer?.createdAt ?? at);
    }
    if (customer) pause(customer, at);
    const journey = current(at);
    if (event.type === 'customer.deleted') history.deleted = true;
    Object.assign(history.profile, customer);
    if (event.type === 'link.sent') {
      history.sent.push(event);
      journey.sent = at;
      reach(journey, INVITED, at);
    }
    if (event.type === 'attempt.corrected') correct(event);
    if (event.type === 'read.failed') failRead(event);
    if (event.type === 'journey.closed') journey.closed = event.data.reason;
    if (event.type === 'journey.reopened') reopen(at);
    const isSignal = SIGNALS.includes(event.type) || event.type === 'journey.completed';
    const isNews = isSignal && signal(event);
    if (customer?.parentId !== undefined) history.parent = customer.parentId;
    if (customer?.accountManagerId !== undefined)
      history.accountManager = customer.accountManagerId;
    const isOver = ['journey.closed', 'customer.deleted'].includes(event.type);
    const isDone = current(at).now === STREAMING;
    const lasting = history.pauses.find(({ ended }) => ended === null);
    const isFixed = ['call', 'date'].includes(lasting?.what ?? '') && (lasting?.until ?? '') > at;
    if (isOver || (isNews && (isDone || !isFixed))) endPause(at);
    watch?.(event, history, isNews);
  }
  return history;
};

export const currentOf = ({ journeys }: History): Journey => {
  const journey = journeys.at(-1);
  if (!journey) throw new Error('A customer without events has no journey.');
  return journey;
};

/** The histories of all customers, told by their events alone. */
export const historiesOf = (
  events: readonly JourneyEvent[],
  now: Instant,
  watch?: Watch,
): History[] =>
  [...Map.groupBy(events, ({ customerId }) => customerId)].map(([id, own]) =>
    historyOf(id, own, { now, watch }),
  );
