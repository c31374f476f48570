import { afterAll, beforeAll, expect, it } from 'vitest';
import { accessibilityFaults, openBrowser, type TestBrowser } from '../support/browser.ts';
import { CLIENT, startProvider, type TestProvider } from '../support/oidc-provider.ts';
import { press, seen, tabOf } from '../support/pages.ts';
import { freePort, type RunningServer, startServer } from '../support/server.ts';
import { startedDirectory } from '../support/template.ts';

let provider: TestProvider;
let server: RunningServer;
let browser: TestBrowser;

const know = (sub: string, name: string, groups: string[]) =>
  provider.people.set(sub, {
    ...{ name, email: `${sub}@acme.example`, email_verified: true },
    groups,
  });

beforeAll(async () => {
  const PORT = String(await freePort());
  provider = await startProvider(`http://localhost:${PORT}`);
  server = await startServer({
    PORT,
    DATA_DIR: startedDirectory(),
    CODAT_API_KEY: 'key',
    CODAT_API_URL: `http://localhost:${await freePort()}`,
    ADMIN_EMAIL: 'root@acme.example',
    ADMIN_PASSWORD: 'correct horse battery',
    PASSWORDS: 'off',
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT.clientId,
    OIDC_CLIENT_SECRET: CLIENT.clientSecret,
    OIDC_ROLES: 'agent=cs,admin=ops',
    OIDC_CHECK_SECONDS: '1',
  });
  browser = await openBrowser(server.url);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await provider?.close();
});

it('single sign-on refuses someone without a group, and says so on the sign-in page', async () => {
  know('nils', 'Nils', ['everyone']);
  const { page, leave } = await browser.visit();
  await page.goto('/');
  const link = page.getByRole('link', { name: 'Sign in with single sign-on' });
  await link.click();
  await press(page, 'Continue as Nils');
  await seen(page.getByText('None of your groups has access to Unstuck.'));
  // Nobody has signed in yet, so passwords are still on.
  await page.getByLabel('Password').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await leave();
});

it('single sign-on creates a person, returns to the page asked for, follows their group, and ends with their removal', async () => {
  know('mira', 'Mira', ['cs']);
  const { page, close } = await browser.visit();
  const link = page.getByRole('link', { name: 'Sign in with single sign-on' });
  const asked = `#/customers?${new URLSearchParams({ filter: '{"stuck":true}' })}`;
  await page.goto(`/${asked}`);
  await link.click();
  await press(page, 'Continue as Mira');
  await page.getByRole('heading', { name: 'Customers', level: 1 }).waitFor();
  expect(decodeURIComponent(page.url())).toContain('{"stuck":true}');
  await seen(page.getByText('Support agent'));

  const session = () =>
    page.evaluate(async () => (await fetch('/api/auth/get-session')).json() as Promise<object>);
  know('mira', 'Mira', ['ops']);
  await expect.poll(session).toBeNull();
  await page.getByRole('link', { name: 'Software' }).click();
  await page.getByRole('dialog', { name: 'Sign in to continue' }).waitFor();
  // The provider still knows its own session, so that one click is enough. The page stays as it was.
  const tab = await tabOf(page, () => link.click());
  await seen(tab.getByText('Admin', { exact: true }));
  await tab.close();

  provider.people.delete('mira');
  await expect.poll(session).toBeNull();
  await page.reload();
  await press(page, 'Use a password');
  await seen(page.getByText('Only the admin of this installation can use a password.'));
  await close();
});
