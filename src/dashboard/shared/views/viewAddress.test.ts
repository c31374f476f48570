import { describe, expect, it } from 'vitest';
import { addressOf, type BaseView, baseOf } from './viewAddress.ts';

const EVERYONE = { id: 'everyone', label: 'Everyone’s', path: '/stuck', filter: { stuck: true } };
const NOBODY = {
  ...{ id: 'nobody', label: 'Nobody’s', path: '/stuck/nobody' },
  filter: { stuck: true, assigneeId: null },
};
const MINE: BaseView = {
  ...{ id: 'mine', label: 'Mine', path: '/stuck/mine' },
  filter: { stuck: true, assigneeId: 'me' },
  relative: 'person',
};
const BASES: BaseView[] = [EVERYONE, MINE, NOBODY];

const sort = { field: 'stuckAt', order: 'ASC' } as const;

describe('a saved view', () => {
  it.each([
    [{ stuck: true, priority: 'high' }, EVERYONE],
    [{ stuck: true, assigneeId: null, q: 'a' }, NOBODY],
    [{ stuck: true, assigneeId: 'me' }, EVERYONE],
    [{ priority: 'high' }, undefined],
  ])('of %j narrows what comes with the page', (filter, base) => {
    expect(baseOf(filter, BASES)).toBe(base);
  });

  it('has all that decides on its rows in its address, for people who don’t have it', () => {
    const view = { id: 'v1', filter: { stuck: true, assigneeId: 'me', priority: ['high'] }, sort };
    const { pathname, search } = addressOf(view, BASES);
    expect(pathname).toBe('/stuck');
    const { filter = '', ...rest } = Object.fromEntries(new URLSearchParams(search));
    expect(JSON.parse(filter)).toEqual({ assigneeId: 'me', priority: ['high'] });
    expect(rest).toEqual({ view: 'v1', sort: 'stuckAt', order: 'ASC', page: '1' });
  });

  it('of rows that the page doesn’t list opens on the page all the same', () => {
    const { pathname, search } = addressOf({ id: 'v1', filter: { q: 'a' }, sort: null }, BASES);
    expect(pathname).toBe('/stuck');
    expect(new URLSearchParams(search).get('filter')).toBe('{"q":"a"}');
  });
});
