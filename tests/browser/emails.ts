import { describe, expect, it } from 'vitest';
import { accessibilityFaults, signInAs } from '../support/browser.ts';
import type { OpenHost } from '../support/hosts.ts';
import { press } from '../support/pages.ts';

/** The next best action for customers with an email address. */
const SEND = /^Send (link|reminder|guide)$/;

const WIDE = { viewport: { width: 1280, height: 900 } };

/** Tests of emails on any host. Without SMTP, every email is kept in the Outbox. */
export const testEmails = (host: () => OpenHost): void => {
  describe('emails', () => {
    it('are previewed before sending, with a warning if the same email was just sent', async () => {
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

    it('contain the answer to a common question', async () => {
      const { page, leave } = await host().visit(WIDE);
      await signInAs(page, 'Mira Rao');
      await page.getByRole('link', { name: 'Next case' }).click();
      await press(page, 'Will you see my sign-in details?');
      await press(page, 'Put into an e-mail');
      const letter = page.getByRole('dialog').frameLocator('iframe');
      await letter.getByText('Neither we nor Codat ever see your user name').waitFor();
      await press(page, 'Cancel');
      await leave();
    });

    it('go to many customers at once, except those a link can’t help', async () => {
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

    it('appear in the Outbox and on the timeline with their text, and can be sent again', async () => {
      const { page, close } = await host().visit(WIDE);
      await signInAs(page, 'Mira Rao');
      await page.getByRole('link', { name: /^Outbox \d+$/ }).click();
      await page.getByRole('button', { name: /^Not sent \d+$/ }).click();
      const row = page.getByRole('row').nth(1);
      await row.getByText('Not sent: no SMTP configured').waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      const name = await row.getByRole('link').first().innerText();
      await page.getByPlaceholder('Customer, recipient or subject').fill(name);
      await page.getByRole('row').nth(2).waitFor({ state: 'detached' });
      await row.getByRole('link', { name }).click();
      await page.getByRole('heading', { name, level: 1 }).waitFor();
      await page.getByText('by Mira Rao').first().waitFor();
      await page.getByRole('link', { name: /email not sent$/ }).click();
      await page.frameLocator('iframe').getByText('Best wishes').waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await press(page, 'Send again');
      await page.getByText(/SMTP_URL/).waitFor();
      // The browser reports the refusal on its console.
      await close();
    });

    it('can be edited and reset by an administrator', async () => {
      const { page, close } = await host().visit({ ...WIDE, colorScheme: 'dark' });
      await signInAs(page, 'Tom Keller');
      await page.getByRole('link', { name: 'Settings' }).click();
      await page.getByRole('tab', { name: 'Email templates' }).click();
      await page.getByText('Goes to: IT').waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByRole('link', { name: 'Reminder' }).click();
      const subject = page.getByLabel('Subject');
      await subject.fill('News for {{ customer.nickname }}');
      await page.getByText('unknown placeholder “customer.nickname”').waitFor();
      await subject.fill('News for ');
      await press(page, /^customer\.name /);
      expect(await subject.inputValue()).toBe('News for {{ customer.name }}');
      await page.getByText('News for Brennan & Osei LLP').waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      page.once('dialog', (question) => question.dismiss());
      await page.getByRole('link', { name: 'Customers' }).click();
      await press(page, 'Save');
      await page.getByText('Saved. E-mails carry these words from now on.').waitFor();
      await press(page, 'Put back the original words');
      await press(page, 'Put back');
      await page.getByText('The original words are back').waitFor();
      await page.getByText('Original words', { exact: true }).waitFor();
      expect(await subject.inputValue()).not.toContain('News');
      // The browser reports the refused preview on its console.
      await close();
    });

    it('keep the template that was saved first and warn the second editor', async () => {
      const { page, close } = await host().visit(WIDE);
      await signInAs(page, 'Tom Keller');
      await page.goto('/#/email-templates/file-upload');
      const subject = page.getByLabel('Subject');
      await subject.fill('Mine');
      await page.evaluate(() =>
        fetch('/api/email-templates/file-upload', {
          method: 'PUT',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ subject: 'From someone else' }),
        }),
      );
      await press(page, 'Save');
      await page.getByText('Someone changed this in the meantime.').waitFor();
      expect(await subject.inputValue()).toBe('Mine');
      await press(page, 'Reload');
      await expect.poll(() => subject.inputValue()).toBe('From someone else');
      // The browser reports the refusal on its console.
      await close();
    });

    it('have templates that agents can read but not edit', async () => {
      const { page, leave } = await host().visit(WIDE);
      await signInAs(page, 'Mira Rao');
      await page.getByRole('link', { name: 'Settings' }).click();
      await page.getByRole('link', { name: 'IT allow-list' }).click();
      await page.getByText('{{ allowList.port }}').waitFor();
      expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0);
      await leave();
    });
  });
};
