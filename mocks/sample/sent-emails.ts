import type { Email, Link } from '../../src/database/schema/index.ts';
import { snapshot } from '../../src/database/snapshot.ts';
import type { Context } from '../../src/email/context.ts';
import { writeEmail } from '../../src/email/outbox.ts';
import { recipientOf } from '../../src/email/recipient.ts';
import type { JourneyEvent } from '../../src/journey/events.ts';
import { fold } from '../../src/journey/fold.ts';
import type { StuckSettings } from '../../src/journey/stuck.ts';
import type { SampleCustomer } from './sample-customers.ts';

type Ports = {
  settings: StuckSettings;
  /** What emails of a colleague are written from. */
  contextOf: (userId: string) => Context;
};

/** When the customer opened the link of an email: after it was sent and before the next one. */
const openingsOf = (events: readonly JourneyEvent[], sent: JourneyEvent) => {
  const later = events.slice(events.indexOf(sent) + 1);
  const next = later.findIndex(({ type }) => type === 'link.sent');
  const until = next < 0 ? later : later.slice(0, next);
  return until.filter(({ type }) => type === 'link.opened').map(({ occurredAt }) => occurredAt);
};

/** The emails that the team sent a customer, as the Outbox has them, and the links in them. */
export const sentEmails = (
  { id: customerId, events }: SampleCustomer,
  { settings, contextOf }: Ports,
): { emails: Email[]; links: Link[] } => {
  const written = events.flatMap((sent, index) => {
    const { emailId, template } = sent.type === 'link.sent' ? sent.data : {};
    if (!emailId || !template || !sent.actorId) return [];
    const { customer } = snapshot(customerId, fold(events.slice(0, index)), settings);
    const draft = { customer, template, note: null, idempotencyKey: null, bulk: true };
    const recipient = recipientOf(customer, 'main');
    const { email, link } = writeEmail({ ...draft, recipient }, contextOf(sent.actorId), {
      id: emailId,
      now: sent.occurredAt,
    });
    const openings = openingsOf(events, sent);
    return {
      email: { ...email, state: 'sent', sentAt: sent.occurredAt } as const,
      link: link && { ...link, openings: openings.length, lastOpenedAt: openings.at(-1) ?? null },
    };
  });
  return {
    emails: written.map(({ email }) => email),
    links: written.flatMap(({ link }) => link ?? []),
  };
};
