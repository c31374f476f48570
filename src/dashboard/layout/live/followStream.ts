import type { Change } from '../../../api/stream.ts';

const RETRY_MS = 3000;

type Follower = {
  onChange: (change: Change) => void;
  onLive: (live: boolean) => void;
  /** The server answered, but with no stream: it is out of order, or the session has ended. */
  onRefused: () => void;
};

/**
 * Follows the server's stream of changes while the page can be seen; a browser opens few connections to one server, and
 * hidden pages must not use them up. After a break anything may have changed.
 */
export const followStream = ({ onChange, onLive, onRefused }: Follower): (() => void) => {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let broken = false;

  const open = () => {
    source = new EventSource('/api/stream');
    source.addEventListener('changed', ({ data }) => onChange(JSON.parse(data)));
    source.onopen = () => {
      onLive(true);
      if (broken) onChange({ resources: ['*'] });
      broken = false;
    };
    source.onerror = ({ currentTarget }) => {
      broken = true;
      onLive(false);
      // After a cut the browser tries again by itself, but not after a refusal.
      if ((currentTarget as EventSource).readyState !== EventSource.CLOSED) return;
      onRefused();
      timer = setTimeout(open, RETRY_MS);
    };
  };

  const close = () => {
    clearTimeout(timer);
    source?.close();
    broken = true;
  };

  const followVisibility = () => (document.hidden ? close() : open());

  if (!document.hidden) open();
  document.addEventListener('visibilitychange', followVisibility);
  return () => {
    document.removeEventListener('visibilitychange', followVisibility);
    close();
  };
};
