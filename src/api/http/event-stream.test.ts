import { describe, expect, it, vi } from 'vitest';
import { openEventStream } from './event-stream.ts';

const open = () => {
  const onEnd = vi.fn();
  const stream = openEventStream(onEnd);
  const reader = stream.body.getReader();
  const read = async () => {
    const { value } = await reader.read();
    return value ? new TextDecoder().decode(value) : null;
  };
  return { ...stream, onEnd, reader, read };
};

describe('a stream of events', () => {
  it('sends each change to a client that reads', async () => {
    const { send, read } = open();
    expect(await read()).toBe('retry: 1000\n\n');
    for (const customerId of ['1', '2']) {
      const next = read();
      send([{ resources: ['customers'], customerId }], 0);
      expect(await next).toBe(
        `event: changed\ndata: {"resources":["customers"],"customerId":"${customerId}"}\n\n`,
      );
    }
  });

  it('sends changes of several customers apart, and the pace whenever it is another', async () => {
    const { send, read } = open();
    const changes = ['1', '2'].map((customerId) => ({ resources: ['notes'], customerId }));
    const texts = changes.map((one) => `event: changed\ndata: ${JSON.stringify(one)}\n\n`).join('');
    await read();
    for (const pace of [5, 5, 0]) send(changes, pace);
    expect(await read()).toBe(`event: pace\ndata: 5\n\n${texts}`);
    expect(await read()).toBe(`event: pace\ndata: 0\n\n${texts}`);
  });

  it('keeps no more than a hundred customers’ changes for a client that does not read', async () => {
    const { send, read } = open();
    for (let sent = 0; sent < 10_000; sent++)
      send([{ resources: [sent % 2 ? 'customers' : 'notes'], customerId: String(sent) }], 0);
    expect(await read()).toBe('retry: 1000\n\n');
    const text = (await read()) ?? '';
    expect(text).toContain('event: changed\ndata: {"resources":["notes","customers"]}\n\n');
    expect(text.match(/event: changed/g)?.length).toBeLessThanOrEqual(101);
    send([{ resources: ['users'] }], 0);
    expect(await read()).toBe('event: changed\ndata: {"resources":["users"]}\n\n');
  });

  it('ends after three heartbeats of which the client has read none', () => {
    const onEnd = vi.fn();
    const { beat } = openEventStream(onEnd);
    beat();
    beat();
    expect(onEnd).not.toHaveBeenCalled();
    beat();
    beat();
    expect(onEnd).toHaveBeenCalledOnce();
  });

  it('goes on while the client reads heartbeats', async () => {
    const { beat, read, onEnd } = open();
    expect(await read()).toBe('retry: 1000\n\n');
    for (let beats = 0; beats < 10; beats++) {
      beat();
      expect(await read()).toBe(': still here\n\n');
    }
    expect(onEnd).not.toHaveBeenCalled();
  });

  it('ends once, on either side, and ignores what comes later', async () => {
    const { reader, onEnd, end, send, beat } = open();
    await reader.cancel();
    await vi.waitFor(() => expect(onEnd).toHaveBeenCalledOnce());
    end();
    send([{ resources: ['customers'] }], 0);
    beat();
    expect(onEnd).toHaveBeenCalledOnce();
  });
});
