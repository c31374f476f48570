import { expect, it } from 'vitest';
import { isTypedName } from './typed-name.ts';

it.each([
  ['Acme Ltd', 'Acme Ltd'],
  [' Acme  Ltd ', 'Acme Ltd'],
  ['Acme', '\u202eAc\u200bme\u202c'],
  ['Cafe\u0301', 'Café'],
  ['', '\u200b'],
])('takes %j for %j', (typed, name) => {
  expect(isTypedName(typed, name)).toBe(true);
});

it.each(['acme ltd', 'Acme', ''])('does not take %j for “Acme Ltd”', (typed) => {
  expect(isTypedName(typed, 'Acme Ltd')).toBe(false);
});
