import { describe, expect, it } from 'vitest';
import { SOFTWARE } from '../software.ts';
import { guideOf } from './guides.ts';

describe('the guides', () => {
  it.each(SOFTWARE)('tell how $name is connected, and what goes wrong', ({ key, ready }) => {
    const guide = guideOf(key);
    expect(guide?.steps.length).toBeGreaterThanOrEqual(5);
    expect(guide?.pitfalls.length).toBeGreaterThanOrEqual(2);
    expect(ready.length).toBeGreaterThan(0);
  });

  it('are sentences', () => {
    const sentences = SOFTWARE.flatMap(({ key }) => {
      const guide = guideOf(key);
      const pitfalls = guide?.pitfalls ?? [];
      return [...(guide?.steps ?? []), ...pitfalls.flatMap(({ sign, remedy }) => [sign, remedy])];
    });
    expect(sentences.filter((sentence) => !/^[A-Z].*\.$/.test(sentence))).toEqual([]);
  });

  it('do not exist for software that we know nothing of', () => {
    expect(guideOf('zzzz')).toBeNull();
    expect(guideOf(null)).toBeNull();
  });
});
