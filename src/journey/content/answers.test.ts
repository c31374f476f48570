import { describe, expect, it } from 'vitest';
import { ANSWERS, findAnswers } from './answers.ts';

const questions = (search: string) => findAnswers(search).map(({ question }) => question);

describe('the answers to common questions', () => {
  it('have unique ids', () => {
    expect(new Set(ANSWERS.map(({ id }) => id)).size).toBe(ANSWERS.length);
  });

  it('are found by words of the question or the answer, in any order', () => {
    expect(questions('sign-in')).toContain('Will you see my sign-in details?');
    expect(questions('password user')).toContain('Will you see my sign-in details?');
    expect(questions('443 codat.io')).toEqual(['Our IT team blocks the link.']);
  });

  it('are all found by an empty search, and none by unknown words', () => {
    expect(findAnswers(' ')).toEqual(ANSWERS);
    expect(findAnswers('zebra')).toEqual([]);
  });
});
