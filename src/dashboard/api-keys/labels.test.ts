import { expect, it } from 'vitest';
import { validityOf } from './labels.ts';

const NOW = Date.parse('2026-03-10T12:00:00.000Z');

it.each([
  ['a key that never expires', null, null, 'Never expires', undefined],
  ['a key that expires later', '2027-03-10T12:00:00.000Z', null, 'Expires 10 Mar 2027', undefined],
  ['an expired key', '2026-03-09T12:00:00.000Z', null, 'Expired 9 Mar 2026', 'Expired'],
  ['a replaced key that still works', '2026-03-20T12:00:00.000Z', 'b', 'Works until', 'Replaced'],
  ['a replaced key', '2026-03-09T12:00:00.000Z', 'b', 'Expired 9 Mar 2026', 'Replaced'],
])('validityOf says how long %s works', (_, expiresAt, replacedById, sentence, pill) => {
  const validity = validityOf({ expiresAt, replacedById }, NOW);
  expect(validity.sentence).toContain(sentence);
  expect(validity.pill?.children).toBe(pill);
});
