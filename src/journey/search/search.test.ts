import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../common/fold-text.ts';
import { isFound, searchTextOf } from './search.ts';

const CUSTOMER = {
  id: '7d1f4c52-3f1b-4e0e-9a57-5a3a4c1f6f0e',
  name: 'Müller & O’Brien Co-op (UK) Ltd.',
  contactName: 'Zoë Ålund',
  contactEmail: 'zoe.alund@wool.co.uk',
  contactPhone: '+44 (0)20 7946-0018',
  contacts: {
    administrator: { name: 'Işık Łęcki', email: 'isik@straße.example', phone: '030 / 1234-567' },
    it: { name: null, email: null, phone: '1 (415) 555-2671' },
    accountant: null,
  },
  software: 'gbol',
  labels: ['Wave 2'],
};
const TEXT = searchTextOf(CUSTOMER);

it.each([
  ...['muller', 'MÜLLER', 'mu\u0308ller', 'Mueller', 'obrien', "O'Brien", 'o’brien', 'o brien'],
  ...['co-op', 'coop', 'co–op', 'uk ltd', 'ltd muller', 'müller and obrien', 'müller  &  o‘brien'],
  ...['zoe', 'zoë alund', 'Ålund, Zoë', 'aalund', 'zoe.alund@wool.co.uk', '@wool', 'wool.co.uk'],
  ...['isik', 'IŞIK', 'lecki', 'Łęcki ışık', '@strasse', 'isik zoe müller'],
  ...['7d1f4c52', '7D1F4C52-3f1b-4e0e-9a57-5a3a4c1f6f0e', '4e0e-9a57', '7d1f4c523f1b4e0e'],
  ...['+44 (0)20 7946-0018', '020 7946 0018', '02079460018', '00442079460018', '+442079460018'],
  ...[
    '+44 020 79460018',
    '44 20 7946 0018',
    '7946 0018',
    '0018',
    '7946-00',
    '0207946',
    '(020) 7946',
  ],
  ...['0301234567', '+49 30 1234567', '0049301234567', '030/1234567', '49 30 1234567'],
  ...['415 555 2671', '+1 415-555-2671', '(415) 555-2671', '14155552671'],
  ...['müller 020 7946 0018', '020 7946 0018 zoe', 'xero', 'müller, Xero', 'wave', 'z', 'ü', ''],
])('the customer is found by %j', (query) => {
  expect(isFound(TEXT, query)).toBe(true);
});

it.each([
  ...['miller', 'müller smith', 'zoe bob', 'mullero', 'quickbooks', '@wools', '8d1f4c52'],
  ...['020 7946 0019', '+33 20 7946 00189', '0018 0019', '+44 20 7946 0081'],
])('the customer isn’t found by %j', (query) => {
  expect(isFound(TEXT, query)).toBe(false);
});

describe('whatever a customer’s name', () => {
  const word = fc.string({ unit: 'grapheme', minLength: 1 });
  const names = fc.array(word, { minLength: 1, maxLength: 5 });
  const named = (words: string[]) => searchTextOf({ ...CUSTOMER, name: words.join(' ') });

  it('it is found by each word of it', () => {
    fc.assert(
      fc.property(names, (words) => {
        const text = named(words);
        for (const one of words) expect(isFound(text, one)).toBe(true);
      }),
    );
  });

  it('it is found by its words in any order', () => {
    const shuffled = names.chain((words) =>
      fc.tuple(
        fc.constant(words),
        fc.shuffledSubarray(words, { minLength: words.length, maxLength: words.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([words, others]) => {
        expect(isFound(named(words), others.join(' '))).toBe(true);
      }),
    );
  });

  it('it is found by any part of a word, folded or not', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zà-ÿ]{2,9}$/), fc.nat(7), (one, start) => {
        const part = one.slice(Math.min(start, one.length - 1));
        expect(isFound(named([one]), part)).toBe(true);
        expect(isFound(named([one]), foldText(part))).toBe(true);
      }),
    );
  });
});

describe('whatever a phone number', () => {
  const home = fc.stringMatching(/^[1-9]\d{8,9}$/);
  const separator = fc.constantFrom('', ' ', '-', '.', ' - ', '\u2013', '/');
  const split = (digits: string, by: string) => [digits.slice(0, 3), digits.slice(3)].join(by);
  const ways = fc
    .tuple(home, separator)
    .chain(([digits, by]) =>
      fc.tuple(
        ...[0, 1].map(() =>
          fc.constantFrom(
            `+44 ${split(digits, by)}`,
            `+44 (0)${split(digits, by)}`,
            `0044${by}${split(digits, by)}`,
            `0${split(digits, by)}`,
            `(0${digits.slice(0, 3)}) ${digits.slice(3)}`,
          ),
        ),
      ),
    );

  it('it is found however it is stored and however it is typed', () => {
    fc.assert(
      fc.property(ways, ([stored, typed]) => {
        const text = searchTextOf({ ...CUSTOMER, contactPhone: stored ?? '' });
        expect(isFound(text, typed ?? '')).toBe(true);
      }),
    );
  });
});
