import { addHours, type Instant, toInstant } from '../../../journey/instant.ts';
import { actionLabel, type NextAction, PATIENCE_HOURS } from '../../../journey/next-action.ts';
import {
  EMAIL_TEMPLATE_FACTS,
  EMAIL_TEMPLATES,
  type Outreach,
  type Tried,
} from '../../../journey/outreach.ts';
import { agoOf, nearTime } from '../format/duration.ts';

const OUTREACHES = [...EMAIL_TEMPLATES, 'shared', 'call'] as const;

const labelOf = (outreach: Outreach): string => {
  if (outreach === 'call') return 'Called';
  return outreach === 'shared'
    ? 'Link shared'
    : `${EMAIL_TEMPLATE_FACTS[outreach].label} email sent`;
};

/** What we did last since the customer's last signal; null when we did nothing. */
export const lastOutreach = (tried: Tried): { label: string; at: Instant } | null => {
  const done = OUTREACHES.flatMap((outreach) => {
    const at = tried[outreach];
    return at ? [{ label: labelOf(outreach), at }] : [];
  });
  return done.sort((a, b) => b.at.localeCompare(a.at))[0] ?? null;
};

/**
 * What to show for an action as of `now`, in milliseconds since 1970. After an outreach that says until when to wait for
 * an answer. Other reasons to wait have no end that we know.
 */
export const describeAction = (
  action: NextAction,
  tried: Tried,
  now: number,
): { label: string; because: string } => {
  const last = action.kind === 'wait' ? lastOutreach(tried) : null;
  const until = last && addHours(last.at, PATIENCE_HOURS);
  if (!last || !until || until <= toInstant(now))
    return { label: actionLabel(action), because: action.because };
  const time = nearTime(until, now);
  return {
    label: `Waiting until ${time}`,
    because: `${last.label} ${agoOf(now - Date.parse(last.at))}. Wait until ${time} before following up.`,
  };
};
