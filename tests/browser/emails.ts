import { describe, expect, it } from 'vitest';
import { accessibilityFaults, signInAs } from '../support/browser.ts';
import type { OpenHost } from '../support/hosts.ts';
import { press } from '../support/pages.ts';

/** The next best action of whoever has an address to write to. */
const SEND = /^Send (link|reminder|guide)$/;

const WIDE = { viewport: { width: 1280, height: 900 } };

/** Writing e-mails, wherever it runs. No SMTP is configured, so that each is kept in the Outbox. */
export const testEmails = (host: () => OpenHost): void => {
  describe('e-mails', () => {
    it('are shown before they go out, and warn when the same went out just before', async () => {
      const { page, leave } = await host().visit(WIDE);
      await signInAs(page, 'Mira Rao');
      const send = page.getByRole('button', { name: SEND });
      const name = await page
        .getByRole('row')
        .filter({ has: send })
        .first()
        .locator('bdi')
        .first()
        .innerText();
      const action = page
        .getByRole('row')
        .filter({ hasText: name })
        .getByRole('button', { name: SEND });
      await action.click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('A few words of your own').fill('As promised.');
      const letter = dialog.frameLocator('iframe');
      await letter.getByText('As promised.').waitFor();
      await dialog.getByRole('button', { name: 'Plain text' }).click();
      await dialog.getByText('As promised.').last().waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Send', exact: true }).click();
      await page.getByText('Kept in the Outbox: no SMTP is configured').waitFor();

      await action.click();
      await page.getByRole('button', { name: 'Send anyway' }).waitFor();
      await press(page, 'Cancel');
      await leave();
    });

    it('go to many at once, except to those whom they can’t help', async () => {
      const { page, leave } = await host().visit(WIDE);
      await signInAs(page, 'Mira Rao');
      await page.getByRole('checkbox', { name: 'Select all' }).check();
      await press(page, 'Write to them');
      const dialog = page.getByRole('dialog');
      await dialog.getByText('left out').first().waitFor();
      await dialog.getByText('a link can’t help').first().waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      const send = dialog.getByRole('button', { name: /^Send \d+ e-mails$/ });
      const count = Number((await send.textContent())?.replace(/\D/g, ''));
      await send.click();
      await page.getByText(new RegExp(`^${count} of \\d+ e-mails are in the Outbox$`)).waitFor();
      await leave();
    });

    it('stand in the Outbox with what they say, and can be sent again', async () => {
      const { page, close } = await host().visit(WIDE);
      await signInAs(page, 'Mira Rao');
      await page.getByRole('link', { name: /^Outbox \d+$/ }).click();
      await page.getByRole('searchbox', { name: 'Search' }).waitFor();
      const row = page.getByRole('row').nth(1);
      await row.getByText('Not sent: no SMTP configured').waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await row.click();
      await page.frameLocator('iframe').getByText('Best wishes').waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await press(page, 'Send again');
      await page.getByText(/SMTP_URL/).waitFor();
      // The browser reports the refusal on its console.
      await close();
    });

    it('carry the words that an administrator gave them', async () => {
      const { page, close } = await host().visit(WIDE);
      await signInAs(page, 'Tom Keller');
      await page.getByRole('link', { name: 'Settings' }).click();
      await page.getByRole('tab', { name: 'E-mails' }).click();
      await page.getByRole('cell', { name: /^Reminder/ }).click();
      const subject = page.getByLabel('Subject');
      await subject.fill('News for {{ customer.nickname }}');
      await page.getByRole('alert').getByText('customer.nickname').waitFor();
      await subject.fill('News for {{ customer.name }}');
      await page.getByText('News for Brennan & Osei LLP').waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await press(page, 'Save');
      await page.getByText('Saved. E-mails carry these words from now on.').waitFor();
      await press(page, 'Put back the original words');
      await press(page, 'Put back');
      await page.getByText('The original words are back').waitFor();
      expect(await subject.inputValue()).not.toContain('News');
      // The browser reports the refused preview on its console.
      await close();
    });
  });
};
