import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { z } from 'zod';
import { createRefresher } from '../../../src/dashboard/layout/live/refresher.ts';
import { isInBackground } from '../../../src/dashboard/shared/server/background.ts';
import type { Session } from '../../support/sign-in.ts';
import { ask } from './ask.ts';

const change = z.object({ resources: z.array(z.string()), customerId: z.string().optional() });

/** What a page has read, by the key under which the dashboard keeps it. */
export type Read = { queryKey: readonly unknown[]; path: string };

/** An open page without its pixels: follows the stream, and reads again what the dashboard’s refresher says. */
export const openPage = async (url: string, session: Session, reads: readonly Read[]) => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const getMany = async (resource: string, { ids }: { ids: unknown[] }) => {
    const query = new URLSearchParams({ filter: JSON.stringify({ id: ids }) });
    return { data: await session.json(`/api/${resource}?${query}`) };
  };
  const { refresh, setPace } = createRefresher(client, { getMany });
  const counts = { reads: 0, failed: 0 };
  for (const { queryKey, path } of reads) {
    const queryFn = async () => {
      counts.reads += 1;
      // As the dashboard’s requests say it.
      const taken: Record<string, string> = isInBackground()
        ? { 'cache-control': 'max-age=1' }
        : {};
      await ask(session, path, taken).catch(() => {
        counts.failed += 1;
      });
      return Date.now();
    };
    new QueryObserver(client, { queryKey, queryFn }).subscribe(() => {});
  }
  const leaving = new AbortController();
  const stream = await fetch(`${url}/api/stream`, {
    headers: { cookie: session.cookie },
    signal: leaving.signal,
  });
  const follow = async () => {
    for await (const text of stream.body?.pipeThrough(new TextDecoderStream()) ?? [])
      for (const [, event, data = ''] of text.matchAll(/^event: (\w+)\ndata: (.+)$/gm))
        if (event === 'pace') setPace(Number(data));
        else refresh(change.parse(JSON.parse(data)));
  };
  const following = follow().catch(() => {});
  return {
    counts,
    close: async (): Promise<void> => {
      leaving.abort();
      await following;
      client.clear();
    },
  };
};
