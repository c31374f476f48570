/** A body that starts and never ends. Counts the bytes that someone asked it for. */
export const endless = (bytesAtOnce = 1024, chunks = Number.POSITIVE_INFINITY) => {
  const taken = { bytes: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        if (taken.bytes / bytesAtOnce >= chunks) return new Promise(() => {});
        taken.bytes += bytesAtOnce;
        controller.enqueue(new Uint8Array(bytesAtOnce).fill(32));
        return undefined;
      },
      cancel: () => {
        taken.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { taken, init: { method: 'POST', body, duplex: 'half' } };
};
