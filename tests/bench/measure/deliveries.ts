import { setTimeout } from 'node:timers/promises';
import { toInstant } from '../../../src/journey/instant.ts';
import { connection, failure, webhookBody } from '../../support/payloads.ts';
import { deliver } from '../../support/webhooks.ts';
import { companyId } from '../customers/profile.ts';

/** Customers with ordinary histories who get webhooks in turn. Codat needn’t be asked about them. */
const FIRST = 200;
const IDS = Array.from({ length: 1000 }, (_, index) => companyId(FIRST + index));

/** What happens to one customer now: in turn a failure and a connection. */
export const bodyFor = (customerId: string, turn: number): string => {
  const now = toInstant(Date.now());
  const failed = turn % 2 === 0;
  return webhookBody({
    eventType: failed ? 'connection.failed' : 'connection.connected',
    generatedDate: now,
    payload: connection(customerId, {
      connectionId: `${customerId}-measured`,
      ...(failed
        ? { errors: [failure('403', 'User cancelled linking', now)] }
        : { status: 'Linked' }),
    }),
  });
};

export const numberedBody = (number: number): string =>
  bodyFor(IDS[number % IDS.length] ?? '', Math.floor(number / IDS.length));

export type Answer = { status: number; milliseconds: number };

/** Delivers a webhook of which nobody has heard yet. A status of 0 stands for no answer. */
export const deliverNew = async (url: string, body: string): Promise<Answer> => {
  const sentAt = performance.now();
  const status = await deliver(url, crypto.randomUUID(), body).catch(() => 0);
  return { status, milliseconds: performance.now() - sentAt };
};

/** Delivers webhooks at a constant rate, however long their answers take. */
export const deliverSteadily = async (
  url: string,
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<Answer[]> => {
  const startedAt = performance.now();
  const sending: Promise<Answer>[] = [];
  while (sending.length < perSecond * seconds) {
    const dueAt = startedAt + (sending.length * 1000) / perSecond;
    await setTimeout(Math.max(0, dueAt - performance.now()));
    sending.push(deliverNew(url, numberedBody(sending.length)));
  }
  return Promise.all(sending);
};
