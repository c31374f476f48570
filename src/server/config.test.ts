import { expect, it } from 'vitest';
import { readConfig } from './config.ts';

it('readConfig takes the slash off the end of PUBLIC_URL, because paths are appended to it', () => {
  const { PUBLIC_URL } = readConfig({ PUBLIC_URL: 'https://unstuck.example/' });
  expect(PUBLIC_URL).toBe('https://unstuck.example');
});

it.each([
  ['short', 'ADMIN_PASSWORD must be at least 12 characters.'],
  ['x'.repeat(129), 'ADMIN_PASSWORD must be at most 128 characters.'],
])('readConfig refuses the password %j, which nobody could sign in with', (password, message) => {
  const admin = { ADMIN_EMAIL: 'admin@acme.example', ADMIN_PASSWORD: password };
  expect(() => readConfig(admin)).toThrow(message);
});
