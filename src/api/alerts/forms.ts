import { z } from '@hono/zod-openapi';
import { eq } from 'drizzle-orm';
import { NARROWED, TIMED } from '../../common/alerts.ts';
import type { Database } from '../../database/database.ts';
import { type Alert, software } from '../../database/schema/index.ts';
import { emailAddress, MAX_ADDRESS } from '../../journey/profile/email-address.ts';
import { Problem } from '../http/problem.ts';
import type { ApiRequest } from '../kit/request.ts';
import { lineOfText } from '../kit/writable.ts';
import { checkPerson } from '../users/check-user.ts';
import { alertRecord } from './record.ts';

const HOURS = 'Enter 1–720 whole hours.';
const URL_RULE = 'Enter the address of a webhook, such as https://hooks.slack.com/services/…';

const { kind, channel, accountManagerId, enabled, ...rest } = alertRecord.shape;

export const alertForms = {
  name: lineOfText(100),
  kind,
  channel,
  to: emailAddress.max(MAX_ADDRESS, `At most ${MAX_ADDRESS} characters.`).nullable(),
  /** Stored, and never shown again. */
  webhookUrl: z
    .url({ protocol: /^https?$/, error: URL_RULE })
    .max(2000, URL_RULE)
    .nullable(),
  accountManagerId,
  software: rest.software,
  hours: z.int(HOURS).min(1, HOURS).max(720, HOURS).nullable(),
  enabled,
};

export type AlertFields = Pick<Alert, keyof typeof alertForms>;

/** What an alert has besides its name, kind and channel, if nothing else is said. */
export const BLANK = {
  ...{ to: null, webhookUrl: null, accountManagerId: null, software: null, hours: null },
  enabled: true,
};

const checkUrl = (address: string | null, anywhere: boolean): string | null => {
  const url = URL.parse(address ?? '');
  if (!url) return 'Enter the webhook’s address.';
  if (url.username || url.password) return 'The address may not hold a user name or password.';
  return anywhere || url.protocol === 'https:' ? null : 'The address must begin with https://.';
};

/** The first thing that is wrong with an alert as a whole, and with which field. */
const faultOf = (
  { kind, channel, to, webhookUrl, hours }: AlertFields,
  anywhere: boolean,
): [field: keyof AlertFields, sentence: string] | null => {
  if (channel === 'email' && to === null) return ['to', 'Enter an email address.'];
  if (channel === 'account_manager' && !NARROWED.includes(kind))
    return ['channel', 'Webhooks from Codat concern no single account manager.'];
  const wrong = channel === 'webhook' ? checkUrl(webhookUrl, anywhere) : null;
  if (wrong) return ['webhookUrl', wrong];
  if (kind === 'untouched' && hours === null) return ['hours', HOURS];
  return null;
};

/** The alert without what its kind and channel have no use for: a webhook’s address is forgotten once it has none. */
const tidy = (alert: AlertFields): AlertFields => ({
  ...alert,
  to: alert.channel === 'email' ? alert.to : null,
  webhookUrl: alert.channel === 'webhook' ? alert.webhookUrl : null,
  hours: TIMED.includes(alert.kind) ? alert.hours : null,
  ...(!NARROWED.includes(alert.kind) && { accountManagerId: null, software: null }),
});

const checkSoftware = async (database: Database, id: string | null): Promise<void> => {
  if (id === null || (await database.$count(software, eq(software.id, id))) > 0) return;
  const sentence = `No software with the ID ${id}.`;
  throw new Problem(422, sentence, { errors: { software: sentence } });
};

/**
 * Checks an alert as a whole and returns what to store.
 * @throws Problem 422 that names the field
 */
export const checkAlert = async (
  { ports }: ApiRequest,
  alert: AlertFields,
): Promise<AlertFields> => {
  const [field, sentence] = faultOf(alert, ports.outgoing?.anywhere ?? true) ?? [];
  if (field && sentence) throw new Problem(422, sentence, { errors: { [field]: sentence } });
  await checkPerson(ports.database, 'accountManagerId', alert.accountManagerId);
  await checkSoftware(ports.database, alert.software);
  return tidy(alert);
};
