import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  accessibilityFaults,
  openBrowser,
  signInAs,
  type TestBrowser,
} from '../support/browser.ts';
import { card, SOON, seen, settled } from '../support/pages.ts';
import { company, connection, failure, webhookBody } from '../support/payloads.ts';
import { type RunningPostgres, startPostgres } from '../support/postgres.ts';
import {
  freePort,
  type RunningServer,
  startServer,
  startSyncedSandbox,
} from '../support/server.ts';
import { startedDirectory } from '../support/template.ts';
import { deliver, WEBHOOK_SECRET } from '../support/webhooks.ts';

let environment: Record<string, string>;
let postgres: RunningPostgres;
/** Gets the webhooks. */
let server: RunningServer;
/** On the same database. */
let other: RunningServer;
let browser: TestBrowser;

beforeAll(async () => {
  postgres = await startPostgres();
  environment = {
    DATABASE_URL: postgres.url,
    DATA_DIR: startedDirectory(),
    PORT: String(await freePort()),
    SAMPLE_CUSTOMERS: '20',
    CODAT_WEBHOOK_SECRET: WEBHOOK_SECRET,
  };
  server = await startSyncedSandbox(environment);
  other = await startServer({ ...environment, PORT: String(await freePort()) });
  browser = await openBrowser(server.url);
});

afterAll(async () => {
  await browser?.close();
  await other?.stop();
  await server?.stop();
  await postgres?.stop();
});

/** Delivers a webhook from Codat about something that happens now. */
const deliverWebhook = async (eventType: string, payload: unknown) => {
  const generatedDate = new Date().toISOString();
  const body = webhookBody({ eventType, generatedDate, payload });
  expect(await deliver(server.url, crypto.randomUUID(), body)).toBe(204);
};

const openCustomer = async (page: Page, id: string) => {
  await page.goto(`/#/customers/${id}/show`);
  await page.getByRole('heading', { name: `Company ${id}` }).waitFor();
  await seen(page.getByRole('status').getByText('Live'));
};

it('every open page of a customer shows each step of their journey without a reload', async () => {
  await deliverWebhook('company.created', company('anna'));
  const visits = [await browser.visit(), await browser.visit()];
  const pages = visits.map(({ page }) => page);
  for (const page of pages) {
    await signInAs(page, 'Mira Rao');
    await openCustomer(page, 'anna');
    await page.evaluate(() => Object.assign(window, { notReloaded: true }));
  }
  const allShow = (...texts: (string | RegExp)[]) =>
    Promise.all(
      pages.flatMap((page) =>
        texts.map((text) => page.getByRole('main').getByText(text).first().waitFor(SOON)),
      ),
    );

  await deliverWebhook('connection.created', connection('anna'));
  await allShow('Selected software', /Software selected.*, done/);

  const errors = [failure('403', 'User cancelled linking', new Date().toISOString())];
  await deliverWebhook('connection.failed', connection('anna', { errors }));
  await allShow(
    'Approval failed once',
    'Attempt failed: cancelled',
    '“User cancelled linking” · 403',
  );

  await deliverWebhook('connection.connected', connection('anna', { status: 'Linked' }));
  await allShow('Connected', 'Approved access', /Access approved.*, done/);

  await deliverWebhook('connection.disconnected', connection('anna', { status: 'Deauthorized' }));
  await allShow('Reconnecting', 'Access revoked', /^Stuck now/, /Access approved.*, not reached/);

  for (const page of pages) expect(await page.evaluate(() => 'notReloaded' in window)).toBe(true);
  for (const { leave } of visits) await leave();
});

it('people at two servers see who looks at and works on a customer, until they leave', async () => {
  await deliverWebhook('connection.disconnected', connection('fay', { status: 'Deauthorized' }));
  const [mira, lena] = [await browser.visit(), await browser.visit({ baseURL: other.url })];
  await signInAs(lena.page, 'Lena Hart');
  await lena.page.goto('/#/stuck');
  const row = lena.page.getByRole('row').filter({ hasText: 'Company fay' });
  await row.waitFor();
  await signInAs(mira.page, 'Mira Rao');
  await openCustomer(mira.page, 'fay');
  const inRow = (does: string) => row.getByRole('img', { name: `Mira Rao is ${does} this` });
  await seen(inRow('looking at'), SOON);
  await mira.page.getByLabel('Add an internal note').fill('They call back');
  await seen(inRow('working on'), SOON);

  await row.getByRole('link', { name: 'Company fay' }).click();
  const status = lena.page.getByRole('main').getByRole('status');
  await seen(status.getByText('Mira Rao is working on this'), SOON);
  await seen(mira.page.getByText('Lena Hart is looking at this'), SOON);
  expect(await accessibilityFaults(lena.page)).toEqual([]);

  // Lena doesn’t get the case that Mira works on, and Mira sees that Lena moved on.
  await lena.page.getByRole('button', { name: 'Next case' }).click();
  await lena.page.getByRole('heading', { name: 'Company fay' }).waitFor({ state: 'detached' });
  await mira.page.getByText('Lena Hart is looking at this').waitFor({ ...SOON, state: 'detached' });
  await lena.page.goBack();
  await seen(status.getByText('Mira Rao is working on this'));
  await mira.page.goto('about:blank');
  await status.getByText('Mira Rao is working on this').waitFor({ ...SOON, state: 'detached' });
  await lena.leave();
  await mira.leave();
});

it('a saved view survives signing out, reaches colleagues, and opens the same rows for them', async () => {
  const mira = await browser.visit();
  const lena = await browser.visit({ baseURL: other.url });
  await signInAs(mira.page, 'Mira Rao');
  await signInAs(lena.page, 'Lena Hart');
  await lena.page.getByRole('link', { name: /^Stuck/ }).click();
  await seen(lena.page.getByRole('status').getByText('Live'));
  const namesOn = (page: Page) => page.locator('[data-row-link]').allInnerTexts();
  const rowsOf = (page: Page) => settled(() => namesOn(page));

  await mira.page.getByRole('button', { name: /^High \d+$/ }).click();
  await mira.page.getByRole('button', { name: 'Remove filter Priority: High' }).waitFor();
  await mira.page.getByRole('button', { name: /^Sort by stuck/i }).click();
  await mira.page.getByRole('button', { name: 'Columns' }).click();
  await mira.page.getByRole('switch', { name: 'Journey' }).click();
  await mira.page.keyboard.press('Escape');
  const rows = await rowsOf(mira.page);
  expect(rows.length).toBeGreaterThan(0);
  // Of a narrowed list that nobody has saved, the link alone opens the same.
  await lena.page.goto(new URL(mira.page.url()).hash);
  await expect.poll(() => rowsOf(lena.page)).toEqual(rows);

  await mira.page.getByRole('button', { name: 'View', exact: true }).click();
  await mira.page.getByRole('menuitem', { name: 'Save as new view…' }).click();
  await mira.page.getByLabel('Name').fill('First of all');
  await mira.page.getByLabel('Share with the team').click();
  await mira.page.getByRole('button', { name: 'Save', exact: true }).click();
  const tab = `First of all ${rows.length}`;
  const arrived = lena.page.getByRole('tab', { name: tab });
  await arrived.waitFor(SOON);
  await arrived.click();
  await lena.page.getByRole('tab', { name: tab, selected: true }).waitFor();
  await expect.poll(() => rowsOf(lena.page)).toEqual(rows);
  expect(await lena.page.getByRole('columnheader', { name: 'Journey' }).count()).toBe(0);

  await mira.page.getByRole('button', { name: 'Sign out' }).click();
  // Until then the session that signing in would take up has not ended yet.
  await mira.page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await signInAs(mira.page, 'Mira Rao');
  await mira.page.getByRole('tab', { name: tab }).click();
  await expect.poll(() => rowsOf(mira.page)).toEqual(rows);
  await lena.page.getByRole('button', { name: 'View', exact: true }).click();
  await seen(lena.page.getByRole('menuitem', { name: 'Rename or share…', disabled: true }));
  await lena.leave();
  await mira.leave();
});

it('the number of stuck customers updates in the navigation and above the queue of another server', async () => {
  const { page, leave } = await browser.visit({ baseURL: other.url });
  await signInAs(page, 'Mira Rao');
  await seen(page.getByRole('status').getByText('Live'));
  const heading = page.getByText(/customers need attention/);
  const before = Number.parseInt((await heading.textContent()) ?? '', 10);
  const counted = async (count: number) => {
    await seen(page.getByText(`${count} customers need attention`), SOON);
    await page.getByRole('link', { name: `Stuck ${count}` }).waitFor(SOON);
  };

  // Where the button to sign in was, there may be rows now, which stay while the pointer is over them.
  await page.mouse.move(0, 0);
  await deliverWebhook('connection.disconnected', connection('ben', { status: 'Deauthorized' }));
  await counted(before + 1);
  const row = page.getByRole('row').filter({ hasText: 'Company ben' });
  await row.waitFor(SOON);
  // The row stays under the pointer, and goes once the pointer has left.
  await row.hover();
  await deliverWebhook('connection.reconnected', connection('ben', { status: 'Linked' }));
  await counted(before);
  await seen(page.getByText('List changed'), SOON);
  await seen(row.getByText('Connected'), SOON);
  await page.mouse.move(0, 0);
  await row.waitFor({ ...SOON, state: 'detached' });
  // Someone who stays among the rows takes in new ones at once.
  await page.getByRole('row').nth(1).hover();
  await deliverWebhook('connection.disconnected', connection('ben', { status: 'Deauthorized' }));
  await page.getByRole('button', { name: '1 new · Show' }).click(SOON);
  await row.waitFor(SOON);
  await deliverWebhook('connection.reconnected', connection('ben', { status: 'Linked' }));
  await page.getByRole('button', { name: 'List changed · Show' }).click(SOON);
  await row.waitFor({ ...SOON, state: 'detached' });
  await page.mouse.move(0, 0);

  // What someone is typing stays when the row goes in which they opened the dialog.
  await deliverWebhook('connection.disconnected', connection('ben', { status: 'Deauthorized' }));
  await row.getByRole('button', { name: /^Send .*: Company ben$/ }).click();
  const note = page.getByRole('dialog').getByLabel('Add a personal note');
  await note.fill('As we said on the phone.');
  await deliverWebhook('connection.reconnected', connection('ben', { status: 'Linked' }));
  await row.waitFor({ ...SOON, state: 'detached' });
  expect(await note.inputValue()).toBe('As we said on the phone.');
  await leave();
});

it('a hidden page pauses, and catches up when it is visible again', async () => {
  await deliverWebhook('company.created', company('cleo'));
  const { page, leave } = await browser.visit();
  await signInAs(page, 'Mira Rao');
  await openCustomer(page, 'cleo');
  // What is still loading when the page is hidden may show what happened since.
  await card(page, 'Timeline').getByRole('listitem').first().waitFor();
  const setHidden = (hidden: boolean) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { value, configurable: true });
      const state = value ? 'hidden' : 'visible';
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);

  await setHidden(true);
  await deliverWebhook('connection.created', connection('cleo'));
  const watcher = await browser.visit();
  await signInAs(watcher.page, 'Mira Rao');
  await openCustomer(watcher.page, 'cleo');
  await deliverWebhook('connection.connected', connection('cleo', { status: 'Linked' }));
  await seen(watcher.page.getByText('Approved access'), SOON);
  expect(await page.getByText('Selected software').count()).toBe(0);

  await setHidden(false);
  await seen(page.getByText('Approved access'), SOON);
  await seen(page.getByText('Selected software'), SOON);
  await watcher.leave();
  await leave();
});

it('pages say when they lose the server, keep what is typed, and come back by themselves', async () => {
  await deliverWebhook('company.created', company('dora'));
  const { page } = await browser.visit();
  await signInAs(page, 'Mira Rao');
  await openCustomer(page, 'dora');
  const note = page.getByLabel('Add an internal note');
  await note.fill('Calls back at four');
  // The code of other pages is loaded in advance, but not at once.
  await page.waitForFunction(() =>
    ['ActivityList', 'OutboxList', 'SoftwareList'].every((name) =>
      performance.getEntriesByType('resource').some((entry) => entry.name.includes(name)),
    ),
  );
  await settled(() => page.evaluate(() => performance.getEntriesByType('resource').length));
  await server.kill();
  await seen(page.getByRole('status').getByText('Reconnecting…'));
  await page.getByRole('heading', { name: 'Company dora' }).waitFor();
  await page.getByRole('button', { name: 'Add note' }).click();
  await seen(page.getByText('Can’t reach Unstuck.'));
  expect(await note.inputValue()).toBe('Calls back at four');

  const failure = page.getByRole('main').getByRole('alert').first();
  for (const name of ['Activity', 'Guides', 'Software', 'Outbox', 'Customers']) {
    await page.getByRole('link', { name: new RegExp(`^${name}`) }).click();
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    await seen(failure.getByText('Can’t reach Unstuck.'));
  }

  server = await startServer(environment);
  await page.getByRole('row').filter({ hasText: 'Company dora' }).waitFor();
  await seen(page.getByRole('status').getByText('Live'));
  await deliverWebhook('connection.created', connection('dora'));
  await openCustomer(page, 'dora');
  // A server that has just started answers slowly.
  await seen(page.getByText('Selected software'));
  await page.getByRole('button', { name: 'Add note' }).click();
  await card(page, 'Timeline')
    .getByRole('listitem')
    .filter({ hasText: 'Calls back at four' })
    .waitFor();
  await expect.poll(() => note.inputValue()).toBe('');

  await page.route('**/api/**', (route) => route.abort('connectionrefused'));
  await page.reload();
  await seen(page.getByText('We can’t reach Unstuck right now'));
  await page.unroute('**/api/**');
  await page.getByRole('heading', { name: 'Company dora' }).waitFor();
  await page.context().close();
});

it('a page whose session has ended asks to sign in over it, and then saves what was typed', async () => {
  await deliverWebhook('company.created', company('emil'));
  const { page } = await browser.visit();
  await signInAs(page, 'Mira Rao');
  await openCustomer(page, 'emil');
  const note = page.getByLabel('Add an internal note');
  await note.fill('Prefers email');
  // Just before the note is sent: any other request that finds the session ended would ask for the password first.
  await page.route(
    '**/api/notes',
    async (route) => {
      await page.context().clearCookies();
      await route.continue();
    },
    { times: 1 },
  );
  await page.getByRole('button', { name: 'Add note' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sign in to continue' });
  await dialog.waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.getByLabel('Password').fill('not the password');
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
  await seen(dialog.getByText('Incorrect email or password.'));
  expect(await note.inputValue()).toBe('Prefers email');
  await dialog.getByLabel('Password').fill('unstuck-sandbox');
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await card(page, 'Timeline').getByRole('listitem').filter({ hasText: 'Prefers email' }).waitFor();
  expect(await page.getByText('dataProvider').count()).toBe(0);

  // The stream tells pages that nobody uses.
  await page.context().clearCookies();
  await server.kill();
  server = await startServer(environment);
  await dialog.getByRole('button', { name: /Mira Rao/ }).click();
  await dialog.waitFor({ state: 'detached' });
  await seen(page.getByRole('status').getByText('Live'));

  await page.context().clearCookies();
  const filtered = `/#/customers?filter=${encodeURIComponent('{"q":"emil"}')}`;
  await page.goto(filtered);
  await page.reload();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.getByRole('button', { name: /Mira Rao/ }).click();
  await seen(page.getByText(/^1 of \d+$/));
  expect(page.url()).toContain(encodeURIComponent('{"q":"emil"}'));
  await page.context().close();
});
