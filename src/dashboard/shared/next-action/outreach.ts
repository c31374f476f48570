import { actionLabel, type NextAction } from '../../../journey/next-action.ts';
import { outreachLabel } from '../../../journey/outreach.ts';
import { agoOf, nearTime } from '../format/duration.ts';

/**
 * What to show for an action as of `now`, in milliseconds since 1970. After an outreach that says until when to wait for
 * an answer, in the reader’s time. Other reasons to wait have no end that we know.
 */
export const describeAction = (
  action: NextAction,
  now: number,
  /** Of the ticket that is open with Codat. */
  reference: string | null = null,
): { label: string; because: string } => {
  if ('raisedAt' in action) {
    const ticket = reference ? ` (ref ${reference})` : '';
    const ago = agoOf(now - Date.parse(action.raisedAt));
    return {
      label: actionLabel(action),
      because: `Raised with Codat ${ago}${ticket}. Wait for their answer.`,
    };
  }
  if (!('until' in action)) return { label: actionLabel(action), because: action.because };
  const { last, until } = action;
  const time = nearTime(until, now);
  return {
    label: `Waiting until ${time}`,
    because: `${outreachLabel(last.outreach)} ${agoOf(now - Date.parse(last.at))}. Wait until ${time} before following up.`,
  };
};
