import { describe, expect, it } from 'vitest';
import { FAILURE_SIGNS } from './content/failure-signs.ts';
import { FAILURE_REASONS, failureMessage, REASONS } from './failure-reasons.ts';

describe.each(FAILURE_REASONS)('what a customer reads about %s', (reason) => {
  it.each(['Xero', null])('is a title and whole sentences, for the software %s', (software) => {
    const { title, advice } = failureMessage(reason, software);
    expect(title).toMatch(/^\p{Lu}.*[^.]$/u);
    expect(advice).toMatch(/^\p{Lu}.*\.$/u);
    expect(`${title} ${advice}`).not.toMatch(/undefined|null|\b(\w+) \1\b/i);
  });
});

it('names the software in a failure’s words if it is known', () => {
  const about = (software: string | null) => failureMessage('software_error', software).title;
  expect(about('Xero')).toBe('Xero wasn’t responding');
  expect(about(null)).toBe('Your software wasn’t responding');
});

it('offers another attempt only to customers it can help', () => {
  const helpless = FAILURE_REASONS.filter((reason) => !failureMessage(reason, null).retryHelps);
  expect(helpless).toEqual(['not_administrator', 'unsupported', 'software_error']);
});

it('sends no link in bulk where it leads to the same failure', () => {
  const helpless = FAILURE_REASONS.filter((reason) => !REASONS[reason].linkHelps);
  expect(helpless).toEqual(['unsupported', 'software_error']);
});

it('gives each failure pattern a rank of its own, and each status code to one reason', () => {
  const entries = FAILURE_REASONS.map((reason) => FAILURE_SIGNS[reason]);
  const ranks = entries.flatMap(({ texts }) => texts.map(({ rank }) => rank));
  const codes = entries.flatMap((entry) => entry.codes);
  expect(new Set(ranks).size).toBe(ranks.length);
  expect(new Set(codes).size).toBe(codes.length);
});
