import type { EmailRecord } from '../../api/resources/emails.ts';
import type { Tone } from '../shared/Pill.tsx';

type State = EmailRecord['state'];

export const STATES: Record<State, { label: string; tone: Tone }> = {
  queued: { label: 'Queued', tone: 'brand' },
  sent: { label: 'Sent', tone: 'good' },
  failed: { label: 'Failed', tone: 'bad' },
  kept: { label: 'Not sent: no SMTP configured', tone: 'warn' },
};

export const stateChoices = Object.entries(STATES).map(([id, { label }]) => ({ id, name: label }));

/** E-mails in these states wait for somebody to do something. */
export const WAITING: State[] = ['failed', 'kept'];
