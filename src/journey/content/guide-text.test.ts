import { expect, it } from 'vitest';
import { guideText } from './guide-text.ts';

it('writes a guide as plain text', () => {
  const text = guideText(
    { name: 'Books', ready: ['A Books account'], guideUrl: 'https://guide.example/' },
    {
      steps: ['Select it.', 'Agree.'],
      pitfalls: [{ sign: 'No.', remedy: 'Yes.' }],
    },
  );
  expect(text).toBe(`How to connect Books

You’ll need:
- A Books account

Steps:
1. Select it.
2. Agree.

Troubleshooting:
- No. Yes.

Full step-by-step guide: https://guide.example/`);
});
