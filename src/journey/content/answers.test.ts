import { describe, expect, it } from 'vitest';
import { ANSWERS, findAnswers } from './answers.ts';

const worries = (search: string) => findAnswers(search).map(({ worry }) => worry);

describe('the answers', () => {
  it('have ids of their own', () => {
    expect(new Set(ANSWERS.map(({ id }) => id)).size).toBe(ANSWERS.length);
  });

  it('are found by words of the worry or of the answer, in any order', () => {
    expect(worries('login')).toContain('Will you see my login?');
    expect(worries('password user')).toContain('Will you see my login?');
    expect(worries('443 codat.io')).toEqual(['The link is blocked by our IT.']);
  });

  it('are all there for an empty search, and none for one that fits nothing', () => {
    expect(findAnswers(' ')).toEqual(ANSWERS);
    expect(findAnswers('zebra')).toEqual([]);
  });
});
