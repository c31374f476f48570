import { expect } from 'vitest';
import type { Role } from '../../src/common/permissions.ts';
import { announce, type Change } from '../../src/database/changes/changes.ts';
import type { TestApi } from './api.ts';

/** Follows the API’s stream as a user of the given role, or as the one whose session the cookie is. */
export const follow = async (test: TestApi, as: Role | { cookie: string }) => {
  const { status, headers, body } =
    typeof as === 'string'
      ? await test.request('/api/stream', {}, as)
      : await test.request('/api/stream', { headers: as }, null);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('text/event-stream');
  if (!body) throw new Error('The stream has no body.');
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  /** The next raw message. Null at the end of the stream. */
  const read = async () => (await reader.read()).value ?? null;
  expect(await read()).toBe('retry: 1000\n\n');
  let changes: Change[] = [];
  const next = async (): Promise<Change> => {
    if (changes.length === 0)
      for (const [, data = ''] of ((await read()) ?? '').matchAll(/^event: changed\ndata: (.+)$/gm))
        changes.push(JSON.parse(data));
    const change = changes.shift();
    if (!change) throw new Error('No change was read.');
    return change;
  };
  return {
    read,
    /** The next change. */
    next,
    /** Skips what was told up to a change of a resource, or together with it. */
    skipTo: async (resource: string): Promise<void> => {
      while (!(await next()).resources.includes(resource));
      changes = [];
    },
    leave: () => reader.cancel(),
  };
};

/** Follows the stream after everything that was announced before. */
export const followFromNow: typeof follow = async (test, as) => {
  const stream = await follow(test, as);
  await announce(test.database, { resources: ['notes'] });
  await stream.skipTo('notes');
  return stream;
};
