import { describe, expect, it } from 'vitest';
import { addHours } from '../../journey/instant.ts';
import { createBudget } from './budget.ts';

const NOW = '2026-03-10T12:00:00.000Z';

describe('what anyone can write into the activity log', () => {
  it('is bounded for each source, and says how much was left out', () => {
    const budget = createBudget(() => NOW);
    const answers = Array.from({ length: 50 }, () => budget('198.51.100.9'));
    expect(answers.filter((answer) => answer !== null)).toHaveLength(20);
    expect(budget('198.51.100.10')).toBe(30);
    expect(budget('198.51.100.10')).toBe(0);
  });

  it('is bounded for all sources together', () => {
    const budget = createBudget(() => NOW);
    const answers = Array.from({ length: 1000 }, (_, source) => budget(`source ${source}`));
    expect(answers.filter((answer) => answer !== null)).toHaveLength(300);
  });

  it('is counted again in the next hour, also after a clock was set back', () => {
    let now = NOW;
    const budget = createBudget(() => now);
    for (let entry = 0; entry < 21; entry += 1) budget('one');
    now = addHours(NOW, 1);
    expect(budget('one')).toBe(1);
    for (let entry = 0; entry < 20; entry += 1) budget('one');
    now = addHours(NOW, -5);
    expect(budget('one')).not.toBeNull();
  });
});
