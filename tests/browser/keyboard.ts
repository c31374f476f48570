import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { SHORTCUT_KEYS } from '../../src/dashboard/shared/keyboard/shortcuts.ts';
import { FAILURE_REASONS, REASONS } from '../../src/journey/failure-reasons.ts';
import { addHours, toInstant } from '../../src/journey/instant.ts';
import { accessibilityFaults, signInAs } from '../support/browser.ts';
import type { OpenServer } from '../support/hosts.ts';
import { seen } from '../support/pages.ts';
import { company, connection, failure, webhookBody } from '../support/payloads.ts';

/** No software reports that a customer gave up. */
const CASES = FAILURE_REASONS.flatMap((reason) => {
  const entry = REASONS[reason];
  return 'example' in entry ? [{ reason, example: entry.example }] : [];
}).slice(0, 10);

/** Customers who failed for different reasons two hours ago, with all contacts. */
const deliverCases = async ({ deliver }: OpenServer) => {
  const generatedDate = addHours(toInstant(Date.now()), -2);
  const tags = Object.fromEntries(
    ['contact', 'administrator', 'it'].map((role) => [`${role}Email`, `${role}@acme.example`]),
  );
  for (const { reason, example } of CASES) {
    const id = `keys-${reason}`;
    const errors = [failure(...example, generatedDate)];
    for (const [eventType, payload] of [
      ['company.created', { ...company(id), tags }],
      ['connection.failed', connection(id, { errors })],
    ] as const) {
      const body = webhookBody({ eventType, generatedDate, payload });
      expect(await deliver(crypto.randomUUID(), body)).toBe(204);
    }
  }
};

/** Moves the focus on with a key until it is on an element, as a screen reader calls it. */
const moveTo = async (page: Page, key: string, target: Locator) => {
  await target.waitFor();
  for (let presses = 0; presses < 40; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} doesn’t lead to ${target}.`);
};

const isClear = async (page: Page) => expect(await accessibilityFaults(page)).toEqual([]);

/** Submits the dialog that a shortcut opened, if there is anything to do. */
const finish = async (page: Page) => {
  const dialog = page.getByRole('dialog');
  await dialog.or(page.getByText('Not available here')).waitFor();
  if ((await dialog.count()) === 0) return;
  await dialog.getByRole('progressbar').waitFor({ state: 'detached' });
  await isClear(page);
  await moveTo(
    page,
    'Tab',
    dialog.getByRole('button', { name: /^(Send|Log call|Mark as raised)$/ }),
  );
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
};

export const testKeyboard = (host: () => OpenServer): void => {
  it('an agent clears ten cases of different reasons by keyboard alone', async () => {
    await deliverCases(host());
    const { page, leave } = await host().visit();
    await signInAs(page, 'Mira Rao');
    await page.goto(`/#/stuck?filter=${encodeURIComponent('{"q":"keys-"}')}`);
    const rows = page.getByRole('row').filter({ has: page.getByRole('link', { name: /keys-/ }) });
    await expect.poll(() => rows.count()).toBe(CASES.length);
    const names = await rows.getByRole('link', { name: /keys-/ }).allInnerTexts();
    for (const [at, name] of names.entries()) {
      const row = rows.filter({ hasText: name });
      const link = row.getByRole('link', { name });
      await moveTo(page, 'j', link);
      // The list and the menu are the same for all. The dialogs differ.
      if (at === 0) await isClear(page);
      await page.keyboard.press('r');
      await finish(page);
      await moveTo(page, 'j', link);
      await page.keyboard.press('z');
      await page.getByRole('menu').waitFor();
      await moveTo(page, 'ArrowDown', page.getByRole('menuitem', { name: '3 days' }));
      if (at === 0) await isClear(page);
      await page.keyboard.press('Enter');
      await page.getByRole('menu').waitFor({ state: 'detached' });
    }
    // A snooze can be undone for some seconds, and is saved then.
    const stuck = `/api/customers?filter=${encodeURIComponent('{"q":"keys-","stuck":true}')}`;
    await expect.poll(async () => (await page.request.get(stuck)).json()).toEqual([]);
    await leave();
  });

  it('no single key does anything once a person has turned them off', async () => {
    const { page, leave } = await host().visit();
    await signInAs(page, 'Mira Rao');
    await seen(page.getByRole('row').getByRole('link'));
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await dialog.waitFor();
    await moveTo(
      page,
      'Tab',
      dialog.getByRole('switch', { name: 'Single-key shortcuts', checked: true }),
    );
    await isClear(page);
    await page.keyboard.press('Space');
    await expect.poll(() => dialog.getByRole('switch').isChecked()).toBe(false);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    const link = page.getByRole('row').getByRole('link').first();
    await link.focus();
    const shown = async () => [page.url(), await page.getByRole('main').ariaSnapshot()];
    const before = await shown();
    for (const key of SHORTCUT_KEYS) await page.keyboard.press(key);
    expect(await shown()).toEqual(before);
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.getByRole('dialog').or(page.getByRole('menu')).count()).toBe(0);

    await page.goto('/#/account');
    await page.getByRole('switch', { name: 'Single-key shortcuts' }).click();
    await expect.poll(() => page.getByRole('switch').isChecked()).toBe(true);
    await leave();
  });

  it('buttons say what they do, and by which key, to the pointer and to the keyboard', async () => {
    const { page, leave } = await host().visit();
    await signInAs(page, 'Mira Rao');
    const tooltip = page.getByRole('tooltip', { name: 'Snooze or wait (Z)' });
    const snooze = page
      .getByRole('row')
      .getByRole('button', { name: /^Snooze / })
      .first();
    await snooze.hover();
    await tooltip.waitFor();
    await isClear(page);
    await tooltip.hover();
    await page.getByRole('heading', { level: 1 }).hover();
    await tooltip.waitFor({ state: 'detached' });
    await page.getByRole('row').getByRole('link').first().focus();
    await moveTo(page, 'Tab', snooze);
    await tooltip.waitFor();
    await page.keyboard.press('Escape');
    await tooltip.waitFor({ state: 'detached' });
    await leave();
  });
};
