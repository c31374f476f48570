import type { Changes } from '../database/changes.ts';
import type { Database } from '../database/database.ts';
import type { Instant } from '../journey/instant.ts';
import type { Auth } from './auth.ts';

/** A structured log, as pino offers it. */
export type Log = Record<'info' | 'warn' | 'error', (details: object, message: string) => void>;

/** Everything the API needs from its host: the Node server, a browser, or a test. */
export type Ports = {
  database: Database;
  auth: Auth;
  /** What any server on the database changes, as it happens. */
  changes: Pick<Changes, 'subscribe'>;
  now: () => Instant;
  log: Log;
  /** The address people use to reach this host. */
  publicUrl: string;
  /** Null where no webhooks can arrive; deliveries are then answered 503. */
  webhookSecret: string | null;
  /** Null where the Link SDK's callbacks are not forwarded. */
  linkEventsKey: string | null;
  /** People whose sign-in is offered as a button, in the sandbox only. */
  demoSignIns: DemoSignIn[];
};

export type DemoSignIn = { name: string; email: string; password: string; role: string };
