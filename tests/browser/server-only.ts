import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { NASTY_STRINGS } from '../nasty/strings.ts';
import { accessibilityFaults, signInAs } from '../support/browser.ts';
import type { OpenServer } from '../support/hosts.ts';
import { card, countedCustomers, excessWidth, seen } from '../support/pages.ts';
import { company, webhookBody } from '../support/payloads.ts';

const MARKUP = '<script>alert(1)</script>';

const OTHER_SECRET = `whsec_${btoa('the secret of another endpoint')}`;

/** Tests what only a server has, and what is enough to test once. */
export const testServerOnly = (host: () => OpenServer): void => {
  describe('webhooks', () => {
    it('shows an administrator what was not processed and why, and how many were rejected', async () => {
      expect(await host().deliver('msg_odd', '{"eventType":"connection.created"}')).toBe(204);
      const { page, leave } = await host().visit();
      await signInAs(page, 'Tom Keller');
      await page.getByRole('link', { name: 'Codat' }).click();
      await page.getByRole('tab', { name: 'Webhooks' }).click();
      await page.getByRole('cell', { name: 'Unrecognised' }).click();
      await seen(page.getByText('at payload'));
      await seen(page.getByText('{"eventType":"connection.created"}'));
      await page.getByRole('button', { name: 'Process again' }).click();
      await seen(page.getByText('Still not processed. The reason is shown below.'));
      const unsigned = await page.request.post('/webhooks/codat', { data: {} });
      expect(unsigned.status()).toBe(401);
      expect(await host().deliver('msg_foreign', '{}', OTHER_SECRET)).toBe(401);
      const missing = page.getByText(
        /^1 rejected since \d\d:\d\d today: the signature headers are/,
      );
      const wrong = page.getByText(/the signature doesn’t match. Check CODAT_WEBHOOK_SECRET.$/);
      await missing.waitFor();
      await wrong.waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByRole('tab', { name: 'Sync' }).click();
      await seen(page.getByText('Last webhook'));
      await wrong.waitFor();
      await leave();
    });

    it('hides webhooks from an agent', async () => {
      const { page, leave } = await host().visit();
      await signInAs(page, 'Mira Rao');
      await page.getByRole('link', { name: 'Customers', exact: true }).waitFor();
      expect(await page.getByRole('link', { name: 'Codat' }).count()).toBe(0);
      await leave();
    });
  });

  it('sends its files compressed, and lets browsers keep those that never change', async () => {
    const { url } = host();
    const page = await fetch(url);
    const [, script] = /src="([^"]+\.js)"/.exec(await page.text()) ?? [];
    const answer = await fetch(`${url}${script}`, { headers: { 'accept-encoding': 'gzip, br' } });
    await answer.body?.cancel();
    const { headers } = answer;
    expect(headers.get('content-encoding')).toBe('br');
    expect(headers.get('vary')).toMatch(/accept-encoding/i);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(page.headers.get('cache-control')).toBe('no-cache');
  });

  it('shows names that attack as they are, without running or loading anything', async () => {
    const names = NASTY_STRINGS.filter((text) =>
      /alert\(1\)|=1\+1|\u202e|WWW|xxx|ﷺ|\u0316/.test(text),
    );
    for (const [index, name] of names.entries()) {
      const payload = {
        ...company(`nasty-${index}`, name),
        tags: { contactEmail: 'ada@acme.example' },
      };
      const body = webhookBody({ eventType: 'company.created', payload });
      expect(await host().deliver(`nasty-${index}`, body)).toBe(204);
    }
    for (const width of [1280, 390]) {
      const { page, leave } = await host().visit({ viewport: { width, height: 850 } });
      const dialogs: string[] = [];
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
      });
      await signInAs(page, 'Mira Rao');
      const filter = encodeURIComponent(JSON.stringify({ q: 'alert(1)' }));
      await page.goto(`/#/customers?perPage=100&filter=${filter}`);
      await seen(page.getByText(MARKUP));
      expect(await excessWidth(page)).toBe(0);
      for (const [index, name] of names.entries()) {
        // A few of each kind: the others show in the list.
        if (index % 9 !== 0) continue;
        await page.goto(`/#/customers/nasty-${index}/show`);
        await page.getByRole('heading', { level: 1 }).filter({ hasText: name.trim() }).waitFor();
        expect(await excessWidth(page), name).toBe(0);
      }
      await page.goto('/#/customers/nasty-0/show');
      await page.getByRole('heading', { name: MARKUP, level: 1 }).waitFor();
      const sent = await page.evaluate(async (note) => {
        const email = { customerId: 'nasty-0', template: 'link', note };
        const body = JSON.stringify({ ...email, force: true });
        const headers = { 'content-type': 'application/json' };
        return (await fetch('/api/emails', { method: 'POST', headers, body })).json();
      }, MARKUP);
      await page.goto(`/#/emails/${sent.id}/show`);
      await seen(page.frameLocator('iframe').getByText(MARKUP));
      await page.goto('/#/emails');
      await seen(page.getByText(MARKUP));
      expect(await excessWidth(page)).toBe(0);
      expect(dialogs).toEqual([]);
      await leave();
    }
  });

  describe('the setting that account managers see only their own customers', () => {
    it('shows Lena her portfolio in the list, the overview, the search and by address', async () => {
      const admin = await host().visit();
      await signInAs(admin.page, 'Tom Keller');
      const ask = async (page: Page, filter: object) => {
        const query = new URLSearchParams({ filter: JSON.stringify(filter), range: '[0,0]' });
        const response = await page.request.get(`/api/customers?${query}`);
        const total = Number(response.headers()['content-range']?.split('/')[1]);
        const [first] = await response.json();
        return { total, first };
      };
      const users = await (await admin.page.request.get('/api/users')).json();
      const idOf = (name: string) => users.find((one: { name: string }) => one.name === name).id;
      const hers = { accountManagerId: [idOf('Lena Hart'), null] };
      const own = await ask(admin.page, hers);
      const stuck = await ask(admin.page, { ...hers, stuck: true });
      const other = (await ask(admin.page, { accountManagerId: idOf('Tom Keller') })).first;
      await admin.page.goto('/#/settings');
      const setting = admin.page.getByLabel('Account managers see only their own customers');
      await setting.click();
      await seen(admin.page.getByText('Saved'));

      const { page, close } = await host().visit();
      await signInAs(page, 'Lena Hart');
      await page.goto('/#/overview');
      const stuckNow = card(page, 'Stuck now').getByRole('link', { name: String(stuck.total) });
      await countedCustomers(page, stuckNow);
      await page.goto(`/#/customers?filter=${encodeURIComponent('{}')}`);
      await seen(page.getByText(`${own.total} customers`));
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Search' }).fill(other.id);
      await seen(page.getByText(/^Nothing found for/));
      await page.keyboard.press('Escape');
      await page.goto(`/#/customers/${other.id}/show`);
      await seen(page.getByText('Customer not found'));
      await close();

      await setting.click();
      await expect.poll(() => setting.isChecked()).toBe(false);
      await admin.leave();
    });
  });

  // Each part is in the gallery in both themes at both widths. This is about whole pages.
  describe('accessibility', () => {
    it.each([
      ['light', 1280],
      ['dark', 390],
    ] as const)(
      'axe finds no fault on any page, %s and %i pixels wide',
      async (colorScheme, width) => {
        const { page, leave } = await host().visit({
          colorScheme,
          viewport: { width, height: 850 },
        });
        const fits = async () =>
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth),
          ).toBeLessThanOrEqual(width);
        await page.goto('/');
        await page.getByRole('button', { name: /Mira Rao/ }).waitFor();
        expect(await accessibilityFaults(page)).toEqual([]);
        await signInAs(page, 'Mira Rao');
        await page.getByRole('button', { name: 'Next case' }).waitFor();
        expect(await accessibilityFaults(page)).toEqual([]);
        await page.goto('/#/customers');
        await seen(page.getByText(/^[\d,]+ customers$/));
        expect(await accessibilityFaults(page)).toEqual([]);
        await page.goto('/#/stuck');
        await page.getByRole('button', { name: 'Next case' }).click();
        await page.getByRole('heading', { name: 'Timeline' }).waitFor();
        expect(await accessibilityFaults(page)).toEqual([]);
        await fits();
        await page.getByRole('button', { name: 'Log a call' }).click();
        await page.getByRole('dialog').waitFor();
        expect(await accessibilityFaults(page)).toEqual([]);
        await page.goto('/#/activity');
        await page.getByText('Details').first().click();
        expect(await accessibilityFaults(page)).toEqual([]);
        await fits();
        await leave();
      },
    );
  });
};
