import { type CheckPorts, checkAlerts } from '../../src/alerts/check.ts';
import { type MessagePorts, sendMessage } from '../../src/alerts/messages/deliver.ts';
import type { AlertMessage } from '../../src/database/schema/index.ts';
import type { Message } from '../../src/email/mailer.ts';
import { ORIGIN, type TestApi } from './api.ts';

/** Checks alerts as the job does, and keeps what they tell instead of sending it. */
export const watchAlerts = (test: TestApi) => {
  const queued: string[] = [];
  const errors: unknown[] = [];
  const ports: CheckPorts = {
    database: test.database,
    now: () => test.clock.now,
    deliver: async (_, ids) => {
      queued.push(...ids);
    },
    sendsEmail: true,
    onError: (error) => errors.push(error),
  };
  const read = async (id: string) => {
    const emails: Message[] = [];
    const bodies: object[] = [];
    const sending: MessagePorts = {
      ...{ database: test.database, publicUrl: ORIGIN, now: ports.now },
      send: async (email) => {
        emails.push(email);
        return { sent: true };
      },
      post: async (_, body) => {
        bodies.push(body);
        return { sent: true };
      },
    };
    const sent = await sendMessage(sending, id);
    const message: AlertMessage | undefined = sent?.message;
    return { message, email: emails[0], body: bodies[0] };
  };
  return {
    ports,
    errors,
    check: () => checkAlerts(ports),
    /** What was told since the last time, as it would be sent. */
    told: () => Promise.all(queued.splice(0).map(read)),
  };
};
