import { describe, expect, it } from 'vitest';
import { FAILURE_REASONS } from './failure-reasons.ts';
import { failureWords } from './failure-words.ts';

describe.each(FAILURE_REASONS)('what a customer is told of %s', (reason) => {
  it.each(['Xero', null])('is a title and whole sentences, for the software %s', (software) => {
    const { title, advice } = failureWords(reason, software);
    expect(title).toMatch(/^\p{Lu}.*[^.]$/u);
    expect(advice).toMatch(/^\p{Lu}.*\.$/u);
    expect(`${title} ${advice}`).not.toMatch(/undefined|null/);
  });
});

it('names the software where it is known', () => {
  const about = (software: string | null) => failureWords('software_error', software).title;
  expect(about('Xero')).toBe('Xero does not answer at the moment');
  expect(about(null)).toBe('Your software does not answer at the moment');
});

it('offers another try only to those whom it can help', () => {
  const helpless = FAILURE_REASONS.filter((reason) => !failureWords(reason, null).retryHelps);
  expect(helpless).toEqual(['not_administrator', 'unsupported', 'software_error']);
});
