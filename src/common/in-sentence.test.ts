import { expect, it } from 'vitest';
import { inSentence } from './in-sentence.ts';

it.each([
  ['Link not opened', 'link not opened'],
  ['Waiting on their IT', 'waiting on their IT'],
  ['IT', 'IT'],
  ['', ''],
])('writes “%s” within a sentence as “%s”', (label, written) => {
  expect(inSentence(label)).toBe(written);
});
