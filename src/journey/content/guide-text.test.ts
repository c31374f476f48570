import { expect, it } from 'vitest';
import { guideText } from './guide-text.ts';

it('writes a guide as plain text', () => {
  const text = guideText(
    { name: 'Books', ready: ['A login'], guideUrl: 'https://guide.example/' },
    {
      steps: ['Select it.', 'Agree.'],
      pitfalls: [{ sign: 'No.', remedy: 'Yes.' }],
    },
  );
  expect(text).toBe(`How to connect Books

Have ready:
- A login

Steps:
1. Select it.
2. Agree.

If something goes wrong:
- No. Yes.

The full guide: https://guide.example/`);
});
