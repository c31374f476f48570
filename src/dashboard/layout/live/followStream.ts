import type { Change } from '../../../api/stream.ts';

const RETRY_MS = 3000;

type Follower = {
  onChange: (change: Change) => void;
  /** How many seconds apart lists may be read while changes keep coming. */
  onPace: (seconds: number) => void;
  onLive: () => void;
  /** `since` is when the stream last worked, in milliseconds since 1970. */
  onBreak: (since: number) => void;
  /** The server answered without a stream: it is out of order, or the session has ended. */
  onRefused: () => void;
};

/**
 * Follows the server's stream of changes while the page is visible. Browsers open few connections to one server, and
 * hidden pages must not use them up. After a break anything may have changed. Returns a function that stops.
 */
export const followStream = (follower: Follower): (() => void) => {
  const { onChange, onPace, onLive, onBreak, onRefused } = follower;
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let brokenSince: number | undefined;

  const open = () => {
    const opened = new EventSource('/api/stream');
    source = opened;
    opened.addEventListener('changed', ({ data }) => onChange(JSON.parse(data)));
    opened.addEventListener('pace', ({ data }) => onPace(Number(data)));
    opened.onopen = () => {
      onLive();
      if (brokenSince !== undefined) onChange({ resources: ['*'] });
      brokenSince = undefined;
    };
    opened.onerror = () => {
      brokenSince ??= Date.now();
      onBreak(brokenSince);
      // The browser reconnects by itself after a break, but not after a refusal.
      if (opened.readyState !== EventSource.CLOSED) return;
      onRefused();
      timer = setTimeout(open, RETRY_MS);
    };
  };

  const close = () => {
    clearTimeout(timer);
    source?.close();
    brokenSince ??= Date.now();
  };

  const followVisibility = () => (document.hidden ? close() : open());

  if (!document.hidden) open();
  document.addEventListener('visibilitychange', followVisibility);
  return () => {
    document.removeEventListener('visibilitychange', followVisibility);
    close();
  };
};
