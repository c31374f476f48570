import { type ServerType, serve } from '@hono/node-server';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, openBrowser, type TestBrowser } from '../support/browser.ts';
import { openLink, type TestLink } from '../support/link.ts';
import { excessWidth, press, seen } from '../support/pages.ts';
import { freePort } from '../support/server.ts';

const servers: ServerType[] = [];
let link: TestLink;
let browser: TestBrowser;

const serveAt = (port: number, fetch: (request: Request) => Response | Promise<Response>) =>
  servers.push(serve({ fetch, port }));

const portal = () =>
  new Response('<!doctype html><title>Portal</title><link rel="icon" href="data:,"><p>Back home', {
    headers: { 'content-type': 'text/html' },
  });

beforeAll(async () => {
  const [port, portalPort] = [await freePort(), await freePort()];
  const publicUrl = `http://localhost:${port}`;
  link = openLink({
    publicUrl,
    redirectUrl: `http://localhost:${portalPort}/?code={statusCode}&text={statusText}`,
  });
  serveAt(port, (request) => link.app.fetch(request));
  serveAt(portalPort, portal);
  browser = await openBrowser(publicUrl);
});

afterAll(async () => {
  await browser?.close();
  for (const server of servers) server.close();
});

const newLinkUrl = (name = 'Brennan & Osei LLP'): string =>
  link.links.company(link.world.createCompany({ name }).id);

const heading = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name }).waitFor();

/** Opens the second tab from the first. */
const openTab = async (page: Page, name: string): Promise<Page> => {
  const opened = page.context().waitForEvent('page');
  await page.getByRole('link', { name }).click();
  return opened;
};

/** Goes from the Link URL to the page that waits for the software. */
const walkToSignIn = async (page: Page, software: string) => {
  await page.goto(newLinkUrl());
  await press(page, software);
  await press(page, 'Agree and continue');
};

const failInTab = async (page: Page, failure: string) => {
  const tab = await openTab(page, 'Download the connector');
  await tab.getByLabel(failure).check();
  await press(tab, 'Simulate error');
  await seen(tab.getByText('You can close this tab'));
  await tab.close();
};

/** Checks a page: accessible, and no wider than the screen. */
const inspect = async (page: Page) => {
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await excessWidth(page)).toBe(0);
};

const SCREENS: [string, BrowserContextOptions][] = [
  ['narrow and light', { colorScheme: 'light', viewport: { width: 390, height: 844 } }],
  ['wide and dark', { colorScheme: 'dark', viewport: { width: 1280, height: 850 } }],
];

describe.each(SCREENS)('on a %s screen', (screen, options) => {
  it('a customer completes the five steps in two tabs', async () => {
    const { page, leave } = await browser.visit(options);
    await page.goto(newLinkUrl('A company with a long name: Brennan, Osei, Sons & Daughters LLP'));
    await heading(page, 'Choose your accounting software');
    await inspect(page);
    await page.getByLabel('Search for software').fill('xe');
    await page.keyboard.press('Enter');
    await press(page, 'Xero');
    await heading(page, 'Review what you share');
    await inspect(page);
    await press(page, 'Agree and continue');
    await heading(page, 'Sign in to Xero');
    await inspect(page);
    const tab = await openTab(page, 'Open Xero');
    await heading(tab, 'Sign in to Xero');
    await inspect(tab);
    await press(tab, 'Allow access');
    await heading(tab, 'Access allowed');
    await heading(page, 'Xero is connected');
    await inspect(page);
    await press(page, /^Finish/);
    await seen(page.getByText('Back home'));
    expect(new URL(page.url()).search).toBe('?code=200&text=OK');
    await leave();
  });

  it('a customer without the rights fails, tries again, fails again and leaves', async () => {
    const { page, leave } = await browser.visit(options);
    await walkToSignIn(page, 'QuickBooks Desktop');
    await heading(page, 'Download and run the connector');
    await inspect(page);
    await failInTab(page, 'Connector blocked by a firewall');
    await heading(page, 'The connector was blocked');
    await press(page, 'Try again');
    await failInTab(page, 'Not an admin');
    await heading(page, 'You need an admin');
    await inspect(page);
    await press(page, 'Leave');
    await seen(page.getByText('Back home'));
    expect(new URL(page.url()).searchParams.get('text')).toContain('does not have permission');
    await leave();
  });

  it('the start page opens a customer’s journey', async () => {
    const { page, leave } = await browser.visit(options);
    const { name } = link.world.createCompany({ name: `Harbour Coffee, ${screen}` });
    await page.goto('/');
    await inspect(page);
    const opened = page.context().waitForEvent('page');
    await press(page, `Open as customer ${name}`);
    await heading(await opened, 'Choose your accounting software');
    await leave();
  });
});

it('a used link explains that it has been used', async () => {
  const { page } = await browser.visit({ colorScheme: 'dark' });
  const url = newLinkUrl();
  await page.goto(url);
  await page.goto(url);
  await heading(page, 'This link has already been used');
  await inspect(page);
  // The browser logs the 410 response to its console.
  await page.context().close();
});

it('the whole journey works without scripts', async () => {
  const { page, leave } = await browser.visit({ javaScriptEnabled: false });
  await walkToSignIn(page, 'FreeAgent');
  const tab = await openTab(page, 'Open FreeAgent');
  await press(tab, 'Allow access');
  await heading(tab, 'Access allowed');
  await heading(page, 'FreeAgent is connected');
  await press(page, /^Finish/);
  await seen(page.getByText('Back home'));
  await leave();
});
