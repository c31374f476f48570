import type { z } from 'zod';
import type { CLOSE_REASONS, SourceType, WaitingFor } from '../common/event-types.ts';
import type { JourneyEvent, PauseChange, profile } from './events.ts';
import type { FailureReason } from './failure-reasons.ts';
import type { Instant } from './instant.ts';
import type { Tried } from './outreach.ts';
import type { Action } from './spells/actions.ts';
import type { Priority, StuckReason } from './spells/stuck-reasons.ts';
import type { Stage } from './stages.ts';

/** `reopened` is in rows of earlier versions, which began another journey then. `npm run rebuild` joins them. */
export const JOURNEY_KINDS = ['first', 'reconnect', 'reopened'] as const;
export const ATTEMPT_OUTCOMES = ['authorized', 'failed', 'abandoned'] as const;
/** What identifies an event. */
export type EventKey = Pick<JourneyEvent, 'source' | 'sourceId'>;

export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];

/** One attempt to authorize one connection. */
export type Attempt = {
  connectionId: string;
  software: string | null;
  startedAt: Instant;
  /** Null while it is in progress, and if nobody knows when it was authorized. It then counts in no period. */
  endedAt: Instant | null;
  /** Null while it is in progress. */
  outcome: AttemptOutcome | null;
  /** When it will count as abandoned without a further signal; null once it has ended. */
  abandonsAt: Instant | null;
  failureReason: FailureReason | null;
  /** The reason first recognized, and who corrected it; null if nobody did. */
  recognizedReason: FailureReason | null;
  correctedBy: string | null;
  statusCode: string | null;
  /** The error as received, never edited. */
  failureText: string | null;
  /** The events that reported the failure: Codat’s webhook and the Link SDK report the same one. */
  reportedBy: EventKey[];
};

/** Which rule applies to a journey from a moment on, with all that settings need to say when it gets stuck. */
export type Rest = {
  from: Instant;
  stuckReason: StuckReason;
  restingSince: Instant;
  clockStops: Stop[];
  priority: Priority;
  software: string | null;
};

/** A time in which a customer who isn’t done did nothing: from one of their signals to the next. */
export type Spell = {
  from: Instant;
  /** Their next signal, or when the case was closed or the customer deleted. Null while it lasts. */
  to: Instant | null;
  /** Where they stood when it began. */
  stage: Stage;
  /** The rules that applied, in order: what we do can change the rule. */
  rests: Rest[];
  /** What we did meanwhile, in order. */
  actions: { action: Action; at: Instant }[];
  /** When they then reached a further stage, if within a week of its end. */
  movedOnAt: Instant | null;
};

/** One customer’s path from invitation to confirmed connection. */
export type Journey = {
  kind: (typeof JOURNEY_KINDS)[number];
  startedAt: Instant;
  /** Where the customer is now. */
  stage: Stage;
  stageEnteredAt: Instant;
  /** What the funnel counts. Never decreases. */
  furthestStage: Stage;
  /** Only observed stages: when an implied stage was reached is unknown. */
  reachedAt: Partial<Record<Stage, Instant>>;
  software: string | null;
  connectionId: string | null;
  /** Failures in a row, since the last success or the start. */
  failedAttempts: number;
  /** The reason of the last failure; null once a success follows. */
  failureReason: FailureReason | null;
  /** When the customer entered the funnel, unless the first link was sent before. */
  firstSignalAt: Instant | null;
  /** The customer's last signal, and whether it was a failure. */
  lastSignalAt: Instant | null;
  lastSignalFailed: boolean;
  /** Whether nothing but signs of life followed the last failure: the customer hasn’t tried again. */
  isStopped: boolean;
  /** When the third failure in a row happened. */
  repeatedSince: Instant | null;
  /** Whether the customer’s last signal was that they finished, although no approval is known. */
  awaitsApproval: boolean;
  lastSentAt: Instant | null;
  tried: Tried;
  closedAt: Instant | null;
  closedReason: (typeof CLOSE_REASONS)[number] | null;
  /** When an approval reopened it after it was closed. */
  reopenedAt: Instant | null;
  attempts: Attempt[];
  /** The times in which the customer did nothing, in order. Shorter ones than a day only while they last. */
  spells: Spell[];
};

/** A selection, and the doors that told it. None if another signal implied it. */
type Selection = { connectionId: string; at: Instant; sources: JourneyEvent['source'][] };

export type ConnectionState = { status: 'pending' | 'linked' | 'gone'; software: string | null };

/** A connection to something other than accounting software: shown with the customer, but no part of the journey. */
export type OtherConnection = {
  sourceType: SourceType;
  /** What it connects to. */
  name: string | null;
  status: 'pending' | 'linked' | 'disconnected' | 'deleted';
};

/** Keeps a customer out of the queue for a while, as an agent chose. */
export type Pause = {
  /** Null for a snooze. */
  waitingFor: WaitingFor | null;
  from: Instant;
  /** Null if it lasts until the customer’s next signal. */
  until: Instant | null;
  note: string | null;
  byId: string | null;
};

/** A time in which the patience of the stuck rules doesn’t run. Null while no end is known. */
export type Stop = { from: Instant; to: Instant | null };

/** An event by which a case may have left the queue, and what the case was like just before. */
export type Turn = { at: Instant; journey: Journey; stops: Stop[]; pause: Pause | null };

/** The result of folding a customer’s events. The last journey is the current one. */
export type CustomerState = {
  profile: Omit<z.output<typeof profile>, keyof PauseChange>;
  /** The one in force. One that ended by its date stays until the next signal or change, to say why they are back. */
  pause: Pause | null;
  /** The last one begun, whatever ended it. */
  lastPause: Pause | null;
  /** When the clock stood still since the customer’s last signal, in order, apart from the pause in force. */
  stops: Stop[];
  /** Recent ones, in order. */
  turns: Turn[];
  journeys: Journey[];
  /** The accounting connections, by ID. */
  connections: Record<string, ConnectionState>;
  /** The last one of each connection, in order. */
  selections: Selection[];
  lastOpenedAt: Instant | null;
  otherConnections: Record<string, OtherConnection>;
  /** The latest signal or action. Profile changes don’t count. */
  lastActivityAt: Instant | null;
  deletedAt: Instant | null;
};

export const EMPTY_STATE: CustomerState = {
  profile: {},
  pause: null,
  lastPause: null,
  stops: [],
  turns: [],
  journeys: [],
  connections: {},
  selections: [],
  lastOpenedAt: null,
  otherConnections: {},
  lastActivityAt: null,
  deletedAt: null,
};

export const newJourney = (
  kind: Journey['kind'],
  startedAt: Instant,
  software: string | null = null,
  connectionId: string | null = null,
): Journey => ({
  kind,
  startedAt,
  stage: 'created',
  stageEnteredAt: startedAt,
  furthestStage: 'created',
  reachedAt: { created: startedAt },
  software,
  connectionId,
  failedAttempts: 0,
  failureReason: null,
  firstSignalAt: null,
  lastSignalAt: null,
  lastSignalFailed: false,
  isStopped: false,
  repeatedSince: null,
  awaitsApproval: false,
  lastSentAt: null,
  tried: {},
  closedAt: null,
  closedReason: null,
  reopenedAt: null,
  attempts: [],
  spells: [],
});
