import type { Context } from 'hono';
import type { DeliverMessages } from '../alerts/check.ts';
import type { PostWebhook } from '../alerts/messages/deliver.ts';
import type { CheckLater } from '../codat/checks/run-queued.ts';
import type { CodatClient } from '../codat/client.ts';
import type { ProcessLater } from '../codat/deliveries/receive.ts';
import type { SyncKind } from '../codat/sync-record.ts';
import type { Changes } from '../database/changes/changes.ts';
import type { Databases } from '../database/database.ts';
import type { ForgetJobs } from '../database/privacy/erase.ts';
import type { RecalculateLater } from '../database/thresholds/recalculate.ts';
import type { Mailer } from '../email/mailer.ts';
import type { Instant } from '../journey/instant.ts';
import type { Log } from './log.ts';
import type { Auth } from './session/auth.ts';

/** Everything the API needs from its host: the Node server, the demo in a browser, or a test. */
export type Ports = Omit<Databases, 'jobs'> & {
  /** Whether the database is in this process and answers one query at a time. */
  embedded: boolean;
  /** Whether customers are kept on several machines. */
  distributed: boolean;
  auth: Auth;
  /** Null when it isn’t set up. */
  singleSignOn: SingleSignOnPort | null;
  /** Changes as they happen, made by any server on the database. */
  changes: Pick<Changes, 'subscribe' | 'heardAt'>;
  now: () => Instant;
  log: Log;
  /** The address at which people reach this host. */
  publicUrl: string;
  codat: CodatClient;
  /** Codat's API, and the origin that Link URLs may lead to besides Codat's own hosts: the sandbox's. */
  codatHost: { apiUrl: string; sandbox: boolean; linkOrigin: string };
  /** Queues stored deliveries for processing, within the transaction that stores them. */
  processLater: ProcessLater;
  /** Queues a recalculation of when customers get stuck, within the transaction that changes settings. */
  recalculateLater: RecalculateLater;
  /** Forgets the background jobs about emails and deliveries that are erased. */
  forgetJobs: ForgetJobs;
  /** Queues checks in Codat, within the transaction that stores them. */
  checkLater: CheckLater;
  /** Starts a sync or resumes an unfinished one; does not wait. */
  requestSync: (kind: SyncKind) => Promise<void>;
  /** Where a request comes from, so that strangers can be counted. Null where that has no meaning: no limits then. */
  addressOf: (context: Context) => string | null;
  /** Null when SMTP isn't configured. Emails are then kept in the Outbox. */
  mailer: Mailer | null;
  /** Delivers messages to the team: alerts and digests. */
  deliverMessages: DeliverMessages;
  /** Webhooks that alerts call. Null where nothing can call out, as in a browser. */
  outgoing: {
    post: PostWebhook;
    /** Whether they may be at private addresses, and without TLS. */
    anywhere: boolean;
  } | null;
  /** Those that may have signed a webhook: two during a rotation. Without any, deliveries are answered 503. */
  webhookSecrets: readonly string[];
  /** A key for link events that is set by the host. Null when there is none. */
  linkEventsKey: string | null;
  /** Sample users offered as sign-in buttons, in the sandbox only. */
  demoSignIns: DemoSignIn[];
  /** A short notice on every page that the data is sample data. Null when it is real. */
  dataNotice: string | null;
  /** The page on which the sandbox's emails arrive. Null when emails are really sent. */
  inboxPath: string | null;
};

export type DemoSignIn = { name: string; email: string; password: string; role: string };

/** Sign-in at an OpenID Connect provider. Browsers are sent there and back, so it answers with redirects. */
type SingleSignOnPort = {
  /** `to` is the page to return to. */
  start: (to: string, headers: Headers) => Promise<Response>;
  finish: (request: Request, address: string | null) => Promise<Response>;
  /** Whether passwords are off by now. */
  passwordsOff: () => Promise<boolean>;
  /** Whether a password opens this person’s account. */
  mayUsePassword: (userId: string) => Promise<boolean>;
};
