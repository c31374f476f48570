import { expect, it } from 'vitest';
import { oidcSettings, readConfig } from './config.ts';

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

const OIDC = {
  CODAT_API_KEY: 'key',
  OIDC_ISSUER: 'https://login.acme.example/',
  OIDC_CLIENT_ID: 'unstuck',
  OIDC_CLIENT_SECRET: 'secret',
};
const ADMIN = { ADMIN_EMAIL: 'Root@acme.example', ADMIN_PASSWORD: 'correct horse battery' };

it('oidcSettings are the three of the provider, with defaults for groups', () => {
  expect(oidcSettings(readConfig({ ...OIDC, ...ADMIN, PASSWORDS: 'off' }))).toEqual({
    issuer: 'https://login.acme.example',
    clientId: 'unstuck',
    clientSecret: 'secret',
    groupsClaim: 'groups',
    roles: [
      { role: 'agent', group: 'unstuck-agents' },
      { role: 'manager', group: 'unstuck-managers' },
      { role: 'admin', group: 'unstuck-admins' },
    ],
    passwordsOff: true,
    adminEmail: 'root@acme.example',
  });
});

it('oidcSettings are null without a provider, and in the sandbox', () => {
  expect(oidcSettings(readConfig({ CODAT_API_KEY: 'key' }))).toBeNull();
  expect(oidcSettings(readConfig({ ...OIDC, CODAT_API_KEY: '' }))).toBeNull();
});

const INCOMPLETE =
  'Set all of OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET, or none of them.';
const NO_WAY_BACK =
  'PASSWORDS=off requires OIDC_ISSUER, and ADMIN_EMAIL as the admin who may still use a password.';

it.each([
  [{ ...OIDC, OIDC_ISSUER: '' }, INCOMPLETE],
  [{ ...OIDC, OIDC_CLIENT_ID: '' }, INCOMPLETE],
  [{ ...OIDC, OIDC_CLIENT_SECRET: '' }, INCOMPLETE],
  [{ OIDC_CLIENT_SECRET: 'secret' }, INCOMPLETE],
  [{ ...OIDC, PASSWORDS: 'off' }, NO_WAY_BACK],
  [{ ...ADMIN, PASSWORDS: 'off' }, NO_WAY_BACK],
  [{ PASSWORDS: 'no' }, 'PASSWORDS must be on or off.'],
  [
    { ...OIDC, OIDC_ISSUER: 'http://login.acme.example' },
    'OIDC_ISSUER is “http://login.acme.example”. It must begin with https://.',
  ],
  [
    { ...OIDC, OIDC_ISSUER: 'acme' },
    'OIDC_ISSUER is “acme”. It must be a URL like https://login.acme.example.',
  ],
  [
    { ...OIDC, OIDC_ROLES: 'admin' },
    'OIDC_ROLES is “admin”. It must be pairs of a role and a group, like agent=unstuck-agents,manager=unstuck-managers,admin=unstuck-admins.',
  ],
])('readConfig refuses %j', (env, message) => {
  expect(() => readConfig(env)).toThrow(message);
});
