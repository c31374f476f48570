import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { signInAs } from '../support/browser.ts';
import type { Demo } from '../support/demo.ts';
import { press, seen } from '../support/pages.ts';

const fetchJson = (page: Page, path: string, method = 'GET') =>
  page.evaluate(async ([address, how]) => (await fetch(address, { method: how })).json(), [
    path,
    method,
  ] as const);

/** The ID of a customer who opened the link and went no further. */
const findOpened = async (page: Page): Promise<string> => {
  const filter = encodeURIComponent('{"stage":"opened"}');
  const [customer] = await fetchJson(page, `/api/customers?filter=${filter}&range=[0,0]`);
  return customer.id;
};

/** Opens a tab's stream of changes and waits for a new note. */
const listenForNotes = (page: Page) =>
  page.evaluateHandle(async () => {
    const stream = new EventSource('/api/stream');
    const received = new Promise<string[]>((resolve) => {
      stream.addEventListener('changed', ({ data }) => {
        const { resources } = JSON.parse(data);
        if (resources.includes('notes')) resolve(resources);
      });
    });
    await new Promise((resolve) => stream.addEventListener('open', resolve));
    return { received, close: () => stream.close() };
  });

/** Tests what only the demo has. The last one closes the tab that runs it. */
export const testDemoOnly = (demo: () => Demo): void => {
  it('runs the Link journey in the customer’s own tabs and shows its progress', async () => {
    const { page, leave } = await demo().visit();
    await signInAs(page, 'Mira Rao');
    const id = await findOpened(page);
    const { url } = await fetchJson(page, `/api/customers/${id}/link-url`, 'POST');

    const link = await page.context().newPage();
    await link.goto(url);
    await press(link, 'Xero');
    await press(link, 'Agree and continue');
    const opened = page.context().waitForEvent('page');
    await link.getByRole('link', { name: 'Open Xero' }).click();
    await press(await opened, 'Allow access');
    await link.getByRole('heading', { name: 'Xero is connected' }).waitFor();
    await press(link, /^Finish/);

    await expect
      .poll(() => fetchJson(page, `/api/customers/${id}`), { timeout: 10_000 })
      .toMatchObject({ connected: true });
    await page.goto(`/#/customers/${id}/show`);
    await seen(page.getByText('Xero'));
    await link.close();
    await leave();
  });

  it('streams changes to the host tab and to other tabs', async () => {
    const { page, leave } = await demo().visit();
    await signInAs(page, 'Mira Rao');
    const customerId = await findOpened(page);
    const streams = [await listenForNotes(demo().host), await listenForNotes(page)];
    await page.evaluate(async (id) => {
      const body = JSON.stringify({ customerId: id, kind: 'note', text: 'They’ll call back.' });
      const headers = { 'content-type': 'application/json' };
      await fetch('/api/notes', { method: 'POST', headers, body });
    }, customerId);
    for (const stream of streams) {
      expect(await stream.evaluate(({ received }) => received)).toContain('notes');
      await stream.evaluate(({ close }) => close());
    }
    await leave();
  });

  it('shows the API’s response when its URL is opened', async () => {
    const { page, leave } = await demo().visit();
    const response = await page.goto('/readyz');
    expect(await response?.json()).toEqual({ status: 'ready' });
    await leave();
  });

  it('restarts in the next tab when the host tab closes, with the error settings set by then', async () => {
    const { page, close } = await demo().visit();
    await page.goto('/?chaos=100');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await demo().host.close();
    await page.getByRole('progressbar', { name: 'Loading the demo' }).waitFor();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor({ timeout: 110_000 });
    await page.getByLabel('Email').fill('agent@unstuck.test');
    await page.getByLabel('Password').fill('unstuck-sandbox');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await seen(page.getByText('Simulated error'));
    await close();
  });
};
