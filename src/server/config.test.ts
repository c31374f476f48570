import { expect, it } from 'vitest';
import { readConfig } from './config.ts';

it('readConfig takes the slash off the end of PUBLIC_URL, because paths are appended to it', () => {
  const { PUBLIC_URL } = readConfig({ PUBLIC_URL: 'https://unstuck.example/' });
  expect(PUBLIC_URL).toBe('https://unstuck.example');
});
