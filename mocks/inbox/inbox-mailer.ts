import type { Database } from '../../src/database/database.ts';
import { sendAccountEmail } from '../../src/email/account/send-account-email.ts';
import type { Mailer } from '../../src/email/mailer.ts';
import { findQueued, messageOf, recordSent } from '../../src/email/outcome.ts';
import type { Instant } from '../../src/journey/instant.ts';
import type { Inbox } from './inbox.ts';

type Ports = {
  database: Database;
  inbox: Inbox;
  now: () => Instant;
  publicUrl: string;
  wait: (milliseconds: number) => Promise<unknown>;
  onError: (error: unknown) => void;
};

/** Long enough to see an email on its way. */
const ON_ITS_WAY_MS = 1000;

/** Delivers to the inbox within one process, as the server's jobs do across servers. */
export const createInboxMailer = (ports: Ports): Mailer => {
  const { database, inbox, now, wait, onError } = ports;
  const deliver = async (id: string): Promise<void> => {
    const email = await findQueued(database, id);
    if (!email) return;
    await inbox.send(messageOf(email));
    await recordSent(database, email, now());
  };
  return {
    send: inbox.send,
    deliverAccountEmail: async (_, email) => {
      void wait(ON_ITS_WAY_MS)
        .then(() => sendAccountEmail({ ...ports, send: inbox.send }, email))
        .catch(onError);
    },
    deliver: async (_, emailIds) => {
      void wait(ON_ITS_WAY_MS)
        .then(async () => {
          for (const id of emailIds) await deliver(id);
        })
        .catch(onError);
    },
  };
};
