import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fault } from './fault.ts';
import { parseQuery } from './query.ts';
import { one } from './select.ts';

type Shop = { name: string; city: string | null; opened: string };

const SHOPS: Shop[] = [
  { name: 'Smith & Sons', city: 'York', opened: '2026-01-05T10:00:00.000Z' },
  { name: 'Toft stores', city: 'Leeds', opened: '2026-02-05T10:00:00.000Z' },
  { name: 'Toft (2)', city: null, opened: '2026-03-05T10:00:00.000Z' },
];

const resolve = (property: string) =>
  property === 'name' || property === 'city' || property === 'opened'
    ? (shop: Shop) => one(shop[property])
    : undefined;

const found = (query: string): string[] =>
  SHOPS.filter(parseQuery(query, resolve, 'Shop')).map(({ name }) => name);

describe('the query language', () => {
  it.each([
    ['name=Toft stores', ['Toft stores']],
    ['name = Smith & Sons', ['Smith & Sons']],
    ['name~Toft', ['Toft stores', 'Toft (2)']],
    ['name~toft', []],
    ['city!=York', ['Toft stores', 'Toft (2)']],
    ['opened>2026-02-01', ['Toft stores', 'Toft (2)']],
    ['opened>=2026-02-05T11:00:00+01:00', ['Toft stores', 'Toft (2)']],
    ['opened<2026-02-05T10:00:00Z', ['Smith & Sons']],
    ['name~Toft && city=Leeds', ['Toft stores']],
    ['city=York||city=Leeds', ['Smith & Sons', 'Toft stores']],
    ['city=York || name~Toft && city=Leeds', ['Smith & Sons', 'Toft stores']],
    ['{city=York || name~Toft} && opened>2026-03-01', ['Toft (2)']],
    ['{{name~Toft}}&&{city=York||{opened>2026-03-01}}', ['Toft (2)']],
  ])('%s', (query, names) => expect(found(query)).toEqual(names));

  it.each([
    '',
    'name',
    'name=',
    '=Toft',
    'name=a &&',
    '|| name=a',
    '{name=a',
    'name=a}',
    'name=a {city=b}',
    '{}',
    `name=${'a'.repeat(2048)}`,
  ])('rejects %j, naming it', (query) => {
    expect(() => found(query)).toThrow(
      new Fault(400, `Error parsing query - Malformed query: ${query}`),
    );
  });

  it('rejects and names an unknown property', () => {
    expect(() => found('name~T && colour=red')).toThrow(
      'Could not resolve property colour on Shop',
    );
  });

  it('throws nothing but a Fault for any text', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab=!~<>&|{} ', 'name', 'city') });
    fc.assert(
      fc.property(text, (query) => {
        try {
          expect(found(query).length).toBeLessThanOrEqual(SHOPS.length);
        } catch (error) {
          expect(error).toBeInstanceOf(Fault);
        }
      }),
    );
  });
});
