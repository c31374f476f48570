/** What an alert watches. */
export const ALERT_KINDS = ['spike', 'untouched', 'deliveries', 'emails'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** Where it goes: an address, the account manager of each customer concerned, or a webhook as Slack takes it. */
export const ALERT_CHANNELS = ['email', 'account_manager', 'webhook'] as const;
export type AlertChannel = (typeof ALERT_CHANNELS)[number];

/** Whether the customers it is about can be narrowed to those of one account manager or one app. */
export const NARROWED: readonly AlertKind[] = ['spike', 'untouched', 'emails'];

/** Those that wait for a number of hours: until a case counts as untouched, or Codat as silent. */
export const TIMED: readonly AlertKind[] = ['untouched', 'deliveries'];

/** What a message to the team tells. */
export const MESSAGE_EVENTS = ['opened', 'over', 'test', 'digest'] as const;

export const DIGEST_FREQUENCIES = ['off', 'daily', 'weekdays', 'weekly'] as const;
export type DigestFrequency = (typeof DIGEST_FREQUENCIES)[number];
