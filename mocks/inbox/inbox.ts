import { desc, eq } from 'drizzle-orm';
import type { Database } from '../../src/database/database.ts';
import { type Email, emails } from '../../src/database/schema/index.ts';
import type { Message, Outcome } from '../../src/email/mailer.ts';
import { messageOf } from '../../src/email/outcome.ts';
import type { Instant } from '../../src/journey/instant.ts';

/** An email as it arrived. */
export type Received = Message & { at: Instant };

/** The number of emails listed. */
const LISTED = 100;

/** The number of test emails, and of emails to colleagues, remembered. They belong to no customer, so the Outbox doesn't store them. */
const TESTS = 20;

const fromOutbox = (email: Email): Received => ({
  ...messageOf(email),
  at: email.sentAt ?? email.createdAt,
});

/**
 * The inbox in which the sandbox's emails to all customers arrive. It is a mail server that accepts everything
 * and sends nothing.
 */
export const createInbox = (database: Database, now: () => Instant, path: string) => {
  let tests: Received[] = [];
  return {
    /** The path of its page. */
    path,
    send: async (message: Message): Promise<Outcome> => {
      const [stored] = await database
        .select({ id: emails.id })
        .from(emails)
        .where(eq(emails.id, message.id));
      if (!stored) tests = [{ ...message, at: now() }, ...tests].slice(0, TESTS);
      return { sent: true };
    },
    close: () => {},
    /** The newest emails, newest first. */
    list: async (): Promise<Received[]> => {
      const sent = await database
        .select()
        .from(emails)
        .where(eq(emails.state, 'sent'))
        .orderBy(desc(emails.createdAt))
        .limit(LISTED);
      return [...tests, ...sent.map(fromOutbox)]
        .toSorted((a, b) => b.at.localeCompare(a.at))
        .slice(0, LISTED);
    },
    find: async (id: string): Promise<Received | null> => {
      const test = tests.find((one) => one.id === id);
      if (test) return test;
      const [email] = await database.select().from(emails).where(eq(emails.id, id));
      return email?.state === 'sent' ? fromOutbox(email) : null;
    },
  };
};

export type Inbox = ReturnType<typeof createInbox>;
