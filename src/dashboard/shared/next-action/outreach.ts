import { addHours, type Instant } from '../../../journey/instant.ts';
import { PATIENCE_HOURS } from '../../../journey/next-action.ts';
import {
  EMAIL_TEMPLATE_FACTS,
  EMAIL_TEMPLATES,
  type Outreach,
  type Tried,
} from '../../../journey/outreach.ts';
import { agoOf, nearTime } from '../format/duration.ts';

const OUTREACHES = [...EMAIL_TEMPLATES, 'shared', 'call'] as const;

const labelOf = (outreach: Outreach): string => {
  if (outreach === 'call') return 'Last call';
  return outreach === 'shared' ? 'Link shared' : `${EMAIL_TEMPLATE_FACTS[outreach].label} sent`;
};

/** What we did last since the customer's last signal; null when we did nothing. */
export const lastOutreach = (tried: Tried): { label: string; at: Instant } | null => {
  const done = OUTREACHES.flatMap((outreach) => {
    const at = tried[outreach];
    return at ? [{ label: labelOf(outreach), at }] : [];
  });
  return done.sort((a, b) => b.at.localeCompare(a.at))[0] ?? null;
};

/** How long to wait for an answer to the last outreach, as of `now` in milliseconds since 1970. */
export const describeWait = (tried: Tried, now: number): { label: string; because: string } => {
  const last = lastOutreach(tried);
  if (!last) return { label: 'Waiting', because: 'Give the customer time to answer.' };
  const until = nearTime(addHours(last.at, PATIENCE_HOURS), now);
  return {
    label: `Waiting until ${until}`,
    because: `${last.label} ${agoOf(now - Date.parse(last.at))}. Wait until ${until} before following up.`,
  };
};
