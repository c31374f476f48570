import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseLeniently } from './lenient.ts';

const schema = z.object({
  id: z.string(),
  url: z.url().nullish(),
  tags: z.record(z.string(), z.string()).nullish(),
  parent: z.object({ id: z.string() }).nullish(),
  list: z.array(z.object({ id: z.string(), status: z.enum(['on', 'off']).nullish() })).nullish(),
});

describe('lenient parsing', () => {
  it.each([
    ['an optional field', { url: '' }, {}, 'url was left out, because it is "": Invalid URL'],
    [
      'an entry of a record',
      { tags: { a: null, b: 'c' } },
      { tags: { b: 'c' } },
      'tags.a was left',
    ],
    [
      'a field of an entry in a list',
      {
        list: [
          { id: 'a', status: 'odd' },
          { id: 'b', status: 'on' },
        ],
      },
      { list: [{ id: 'a' }, { id: 'b', status: 'on' }] },
      'list.0.status was left out, because it is "odd"',
    ],
    [
      'an object that lacks what it needs',
      { parent: {} },
      {},
      'parent was left out, because it is {}',
    ],
    ['a list with an entry of another form, whole', { list: [{ id: 'a' }, null] }, {}, 'list was'],
    ['a list whose entry lacks what it needs, whole', { list: [{ id: 'a' }, {}] }, {}, 'list was'],
  ])('leaves out %s, and notes it', (_, given, expected, note) => {
    const parsed = parseLeniently(schema, { id: 'x', ...given });
    expect(parsed.value).toEqual({ id: 'x', ...expected });
    expect(parsed.notes).toEqual([expect.stringContaining(note)]);
  });

  it('notes each of several faults once, with the path that it is told', () => {
    const given = { id: 'x', url: 7, tags: { a: 1, b: 2 } };
    expect(parseLeniently(schema, given, ['payload']).notes).toEqual([
      expect.stringContaining('payload.url'),
      expect.stringContaining('payload.tags.a'),
      expect.stringContaining('payload.tags.b'),
    ]);
    expect(given.tags).toEqual({ a: 1, b: 2 });
  });

  it.each([[{}], [{ id: 7, url: '' }], [null], [[]], ['text']])(
    'rejects %j, which lacks an id',
    (value) => {
      expect(() => parseLeniently(schema, value)).toThrow(z.ZodError);
      expect(() => parseLeniently(schema, value, ['payload'])).toThrow(/"payload"/);
    },
  );

  it.each(['__proto__', 'constructor', 'toString'])('ends on a tag named %s', (name) => {
    const tags = JSON.parse(`{"${name}": null}`);
    expect(parseLeniently(schema, { id: 'x', tags }).value.id).toBe('x');
  });
});
