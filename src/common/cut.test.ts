import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cut } from './cut.ts';

it('never cuts an emoji in half', () => {
  expect(cut('ab😀', 3)).toBe('ab');
  expect(cut('ab😀', 4)).toBe('ab😀');
});

it('cuts any text to one that the database can store', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '😀', '\ud83d', '\ude00', 'é') });
  fc.assert(
    fc.property(text, fc.nat(20), (whole, most) => {
      const part = cut(whole, most);
      expect(part.isWellFormed()).toBe(true);
      expect(part.length).toBeLessThanOrEqual(most);
      expect(whole.toWellFormed().startsWith(part)).toBe(true);
      expect(whole.toWellFormed().length - part.length > 1 && part.length < most - 1).toBe(false);
    }),
  );
});
