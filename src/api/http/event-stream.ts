import { type Change, mergeChanges } from '../../database/changes.ts';

/** How soon a browser reconnects. As the first line it also tells the browser that the stream is open. */
const RETRY = 'retry: 1000\n\n';
const STILL_HERE = ': still here\n\n';

/** A client that has read nothing for this many heartbeats is taken to be gone. */
const PATIENT_BEATS = 3;

export type EventStream = {
  body: ReadableStream<Uint8Array>;
  send: (change: Change) => void;
  /** Keeps the connection alive. Ends the stream of a client that no longer reads. */
  beat: () => void;
  end: () => void;
};

/**
 * Server-sent events for one client. What a slow client has not read yet is merged into one event, so that it never
 * holds more than that. Calls `onEnd` once, when either side ends the stream.
 */
export const openEventStream = (onEnd: () => void): EventStream => {
  const encoder = new TextEncoder();
  const out: { controller: ReadableStreamDefaultController<Uint8Array> | null } = {
    controller: null,
  };
  let waiting: Change | null = null;
  let silentBeats = 0;
  const wantsMore = (): boolean => (out.controller?.desiredSize ?? 0) > 0;
  const write = (text: string): void => out.controller?.enqueue(encoder.encode(text));
  const flush = (): void => {
    if (!waiting || !wantsMore()) return;
    const text = JSON.stringify(waiting);
    // Before it is written: for a client that waits to read, writing pulls at once.
    waiting = null;
    write(`event: changed\ndata: ${text}\n\n`);
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
    send: (change) => {
      waiting = waiting ? mergeChanges(waiting, change) : change;
      flush();
    },
    beat: () => {
      if (wantsMore()) write(STILL_HERE);
      else if (++silentBeats >= PATIENT_BEATS) end();
    },
    end,
  };
};
