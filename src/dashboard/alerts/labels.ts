import type { AlertRecord } from '../../api/alerts/record.ts';
import type { AlertChannel, AlertKind } from '../../common/alerts.ts';
import { counted } from '../shared/format/counted.ts';

export type { AlertRecord } from '../../api/alerts/record.ts';

export const KIND_LABELS: Record<AlertKind, { label: string; description: string }> = {
  spike: {
    label: 'Software fails unusually often',
    description: 'When it fails for more customers than usual, and when that is over.',
  },
  untouched: {
    label: 'Stuck cases that nobody touches',
    description:
      'Once nobody has done anything for a stuck case for a while. At most hourly, with new cases only.',
  },
  deliveries: {
    label: 'Webhooks from Codat fail',
    description: 'When they can’t be processed, or none arrive.',
  },
  emails: {
    label: 'Emails to customers fail',
    description: 'When the mail server refuses them, or can’t be reached.',
  },
};

export const CHANNEL_LABELS: Record<AlertChannel, string> = {
  email: 'Email to an address',
  account_manager: 'Email to each account manager',
  webhook: 'Webhook for Slack or Mattermost',
};

/** Where an alert goes. */
export const goalOf = ({ channel, to, webhook }: AlertRecord): string => {
  if (channel === 'email') return to ?? '';
  return channel === 'webhook' ? (webhook ?? '') : 'The account manager of each customer';
};

/** What an alert watches, as in “Stuck cases that nobody touches for 24 hours”. */
export const kindOf = ({ kind, hours }: Pick<AlertRecord, 'kind' | 'hours'>): string => {
  const { label } = KIND_LABELS[kind];
  if (hours === null) return label;
  const time = counted(hours, 'hour', 'hours');
  return kind === 'untouched' ? `${label} for ${time}` : `${label}, or none for ${time}`;
};
