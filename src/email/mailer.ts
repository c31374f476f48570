import type { Database, Transaction } from '../database/database.ts';

/** An e-mail on its way to the mail server. */
export type Message = {
  /** By which a mail program recognizes the same e-mail that arrives again. */
  id: string;
  to: { name: string; address: string };
  replyTo: string;
  subject: string;
  html: string;
  text: string;
};

/** What became of a try. `problem` is in the mail server’s words; what it refused for good is not tried again. */
export type Outcome = { sent: true } | { sent: false; problem: string; permanent: boolean };

/** What sends e-mails, where SMTP is configured. */
export type Mailer = {
  /** Has stored e-mails delivered once the transaction is committed. */
  deliver: (transaction: Database | Transaction, emailIds: readonly string[]) => Promise<void>;
  /** Sends one at once, without keeping it. */
  send: (message: Message) => Promise<Outcome>;
};
