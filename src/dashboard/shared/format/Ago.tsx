import { exactTime, shortDuration } from './duration.ts';
import { useNow } from './useNow.ts';

type Props = { at: string; suffix?: string };

/** How long ago something was, as in “5h ago” or “just now”, with the exact time on hover. Without a suffix: for how long. */
export const Ago = ({ at, suffix = '' }: Props) => {
  const duration = shortDuration(useNow() - Date.parse(at));
  const exact = exactTime(at);
  const justNow = suffix ? 'just now' : '< 1m';
  return (
    <time dateTime={at} aria-description={exact} data-tooltip={exact}>
      {duration === 'now' ? justNow : `${duration}${suffix}`}
    </time>
  );
};
