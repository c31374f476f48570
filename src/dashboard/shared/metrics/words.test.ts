import { describe, expect, it } from 'vitest';
import { percent, spanOf } from './words.ts';

describe('a share', () => {
  it.each([
    [0, '0 %'],
    [0.004, '0.4 %'],
    [0.0951, '10 %'],
    [1, '100 %'],
  ])('%d is %s', (share, words) => expect(percent(share)).toBe(words));
});

describe('a span', () => {
  it.each([
    [0, 'at once'],
    [0.34, '20 min'],
    [1, '1 h'],
    [27.2, '1 d 3 h'],
    [24.1, '1 d'],
    [23.999, '1 d'],
    [400, '16 d 16 h'],
  ])('of %d h is %s', (hours, words) => expect(spanOf(hours)).toBe(words));
});
