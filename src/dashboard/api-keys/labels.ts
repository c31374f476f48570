import type { ApiKeyRecord, NewApiKeyRecord } from '../../api/api-keys/record.ts';
import type { ApiKeyScope } from '../../common/api-key-scopes.ts';
import { exactDay, nearTime } from '../shared/format/duration.ts';
import type { Tone } from '../shared/Pill.tsx';

export type { ApiKeyRecord, NewApiKeyRecord };

export const SCOPE_LABELS: Record<ApiKeyScope, { label: string; description: string }> = {
  read: {
    label: 'Read',
    description: 'Customers, journeys, emails, notes, software, team and metrics. Changes nothing.',
  },
  'link-events': {
    label: 'Link events',
    description: 'Forwards callbacks of the Link SDK. Reads nothing.',
  },
};

type Validity = { sentence: string; pill: { tone: Tone; children: string } | null };

/** How long a key works. */
export const validityOf = (
  { expiresAt, replacedById }: Pick<ApiKeyRecord, 'expiresAt' | 'replacedById'>,
  now: number,
): Validity => {
  if (!expiresAt) return { sentence: 'Never expires', pill: null };
  if (Date.parse(expiresAt) <= now)
    return {
      sentence: `Expired ${exactDay(expiresAt)}`,
      pill: { tone: 'neutral', children: replacedById ? 'Replaced' : 'Expired' },
    };
  return replacedById
    ? {
        sentence: `Works until ${nearTime(expiresAt, now)}`,
        pill: { tone: 'warn', children: 'Replaced' },
      }
    : { sentence: `Expires ${exactDay(expiresAt)}`, pill: null };
};
