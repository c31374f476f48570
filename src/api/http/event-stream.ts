import { type Change, mergeAll } from '../../database/changes/changes.ts';

/** How soon a browser reconnects. As the first line it also tells the browser that the stream is open. */
const RETRY = 'retry: 1000\n\n';
const STILL_HERE = ': still here\n\n';

/** A client that has read nothing for this many heartbeats is taken to be gone. */
const PATIENT_BEATS = 3;

export type EventStream = {
  body: ReadableStream<Uint8Array>;
  /** `pace` is how many seconds apart the client is asked to read lists again. It is told when that changes. */
  send: (changes: readonly Change[], pace: number) => void;
  /** Keeps the connection alive. Ends the stream of a client that no longer reads. */
  beat: () => void;
  end: () => void;
};

const eventOf = (change: Change): string => `event: changed\ndata: ${JSON.stringify(change)}\n\n`;

/**
 * Server-sent events for one client, one for each change. What a slow client has not read yet is merged, so that it
 * never holds more than a few. Calls `onEnd` once, when either side ends the stream.
 */
export const openEventStream = (onEnd: () => void): EventStream => {
  const encoder = new TextEncoder();
  const out: { controller: ReadableStreamDefaultController<Uint8Array> | null } = {
    controller: null,
  };
  let waiting: readonly Change[] = [];
  let silentBeats = 0;
  let told = 0;
  let asked = 0;
  const wantsMore = (): boolean => (out.controller?.desiredSize ?? 0) > 0;
  const write = (text: string): void => out.controller?.enqueue(encoder.encode(text));
  const flush = (): void => {
    if (waiting.length === 0 || !wantsMore()) return;
    const paced = asked === told ? '' : `event: pace\ndata: ${asked}\n\n`;
    const text = paced + waiting.map(eventOf).join('');
    told = asked;
    // Before it is written: for a client that waits to read, writing pulls at once.
    waiting = [];
    write(text);
  };
  const leave = (): void => {
    if (!out.controller) return;
    out.controller = null;
    onEnd();
  };
  const end = (): void => {
    out.controller?.close();
    leave();
  };
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      out.controller = controller;
      write(RETRY);
    },
    // Called when the client has read what there was.
    pull: () => {
      silentBeats = 0;
      flush();
    },
    cancel: leave,
  });
  return {
    body,
    send: (changes, pace) => {
      asked = pace;
      waiting = mergeAll([...waiting, ...changes]);
      flush();
    },
    beat: () => {
      if (wantsMore()) write(STILL_HERE);
      else if (++silentBeats >= PATIENT_BEATS) end();
    },
    end,
  };
};
