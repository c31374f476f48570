import type { Database, Transaction } from '../database/database.ts';
import type { AccountEmail } from './account/account-email.ts';

/** An email on its way to the mail server. */
export type Message = {
  /** Lets email apps recognise a second copy of the same email. */
  id: string;
  to: { name: string; address: string };
  /** Null for replies that go to the sender’s address. */
  replyTo: string | null;
  subject: string;
  html: string;
  text: string;
};

/** The result of an attempt. `problem` is the mail server’s own text. A permanent refusal isn’t retried. */
export type Outcome = { sent: true } | { sent: false; problem: string; permanent: boolean };

/** Sends emails if SMTP is configured. */
export type Mailer = {
  /** Delivers stored emails once the transaction is committed. */
  deliver: (transaction: Database | Transaction, emailIds: readonly string[]) => Promise<void>;
  /** Sends an email about someone’s account once the transaction is committed. */
  deliverAccountEmail: (transaction: Database | Transaction, email: AccountEmail) => Promise<void>;
  /** Sends an email immediately, without storing it. */
  send: (message: Message) => Promise<Outcome>;
};
