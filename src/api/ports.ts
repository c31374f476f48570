import type { CodatClient } from '../codat/client.ts';
import type { SyncKind } from '../codat/sync-record.ts';
import type { Changes } from '../database/changes.ts';
import type { Database } from '../database/database.ts';
import type { Mailer } from '../email/mailer.ts';
import type { Instant } from '../journey/instant.ts';
import type { Auth } from './session/auth.ts';

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
  codat: CodatClient;
  /** What the API of Codat is, and the origin that Link URLs may lead to besides Codat's own hosts: the sandbox's. */
  codatHost: { apiUrl: string; sandbox: boolean; linkOrigin: string };
  /** Has a sync done, or the one that is not finished gone on with, without waiting for it. */
  requestSync: (kind: SyncKind) => Promise<void>;
  /** Null where no SMTP is configured; e-mails are then kept in the Outbox. */
  mailer: Mailer | null;
  /** Null where no webhooks can arrive; deliveries are then answered 503. */
  webhookSecret: string | null;
  /** Null where the Link SDK's callbacks are not forwarded. */
  linkEventsKey: string | null;
  /** People whose sign-in is offered as a button, in the sandbox only. */
  demoSignIns: DemoSignIn[];
  /** A few words on data that is not real, shown on every page; null where it is. */
  dataNotice: string | null;
};

export type DemoSignIn = { name: string; email: string; password: string; role: string };
