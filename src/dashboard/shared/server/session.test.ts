import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchJson } from '../http.ts';
import { queryClient } from './queryClient.ts';
import { getRecentSession, getSession, renewSession, sessionQuery } from './session.ts';

const ADA = {
  user: {
    id: '1',
    name: 'Ada',
    email: 'ada@acme.example',
    role: 'agent' as const,
    shortcuts: true,
  },
};

/** How the server answers, by path. */
let answers: Record<string, () => Response>;
const asked = vi.fn<typeof fetch>(async (input) => {
  const { url } = new Request(
    input instanceof Request ? input : new URL(String(input), 'http://unstuck.test'),
  );
  const answer = answers[new URL(url).pathname];
  if (!answer) throw new TypeError('fetch failed');
  return answer();
});

const session = (body: unknown) => ({ '/api/auth/get-session': () => Response.json(body) });
const pass = (seconds: number) => vi.advanceTimersByTimeAsync(1000 * seconds);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', asked);
});
afterEach(() => {
  queryClient.clear();
  asked.mockClear();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('before anyone has signed in, the session', () => {
  it('is asked for until the server answers', async () => {
    answers = {};
    const found = getSession();
    await pass(20);
    answers = {
      '/api/auth/get-session': () => new Response('<h1>Bad gateway</h1>', { status: 502 }),
    };
    await pass(20);
    answers = session(ADA);
    await pass(3);
    expect(await found).toEqual(ADA);
  });

  it('is missing', async () => {
    answers = session(null);
    await expect(getSession()).rejects.toMatchObject({ status: 401 });
  });
});

describe('after someone has signed in, the session', () => {
  beforeEach(async () => {
    answers = session(ADA);
    await getSession();
  });

  it.each([
    ['no answer', {}],
    [
      'an answer without the database',
      { '/api/auth/get-session': () => Response.json({}, { status: 503 }) },
    ],
    ['a page of a proxy', { '/api/auth/get-session': () => new Response('<h1>Hello</h1>') }],
  ])('is the last known one after %s', async (_, given) => {
    answers = given;
    expect(await getSession()).toEqual(ADA);
  });

  it('is waited for once it has ended, and so is a request, which is then repeated', async () => {
    answers = {
      ...session(null),
      '/api/notes': () => Response.json({ message: 'Sign in.' }, { status: 401 }),
    };
    const saved = fetchJson('http://unstuck.test/api/notes', {
      method: 'POST',
      body: '{"text":"kept"}',
    });
    await pass(60);
    expect(queryClient.getQueryData(sessionQuery.queryKey)).toBeNull();
    answers = { ...session(ADA), '/api/notes': () => Response.json({ id: 'note' }) };
    await renewSession();
    expect((await saved).json).toEqual({ id: 'note' });
    expect(asked.mock.lastCall?.[1]?.body).toBe('{"text":"kept"}');
  });

  it('is found once people have signed in again, though an earlier question is answered late', async () => {
    answers = session(null);
    const found = getSession();
    await pass(1);
    const earlier = Promise.withResolvers<Response>();
    asked.mockReturnValueOnce(earlier.promise);
    const late = getSession();
    answers = session(ADA);
    const renewed = renewSession();
    earlier.resolve(Response.json(null));
    expect(await renewed).toEqual(ADA);
    expect(await Promise.all([found, late])).toEqual([ADA, ADA]);
  });

  it('is asked for once by a page that loads', async () => {
    asked.mockClear();
    await getRecentSession();
    expect(await getRecentSession()).toEqual(ADA);
    expect(asked).not.toHaveBeenCalled();
    await pass(6);
    await getRecentSession();
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('is not waited for when a request is refused although it lasts', async () => {
    answers = {
      ...session(ADA),
      '/api/notes': () => Response.json({ message: 'No.' }, { status: 401 }),
    };
    await expect(fetchJson('http://unstuck.test/api/notes')).rejects.toMatchObject({ status: 401 });
  });
});
