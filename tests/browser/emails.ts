import { describe, expect, it } from 'vitest';
import { accessibilityFaults, signInAs } from '../support/browser.ts';
import type { OpenHost } from '../support/hosts.ts';
import { press, seen } from '../support/pages.ts';

/** The next best actions that send an email to the main contact. */
const SEND = /^Send (link|reminder|guide): /;

const WIDE = { viewport: { width: 1280, height: 900 } };

/** Tests of emails. SMTP isn’t configured, so every email arrives in the sandbox’s inbox. */
export const testEmails = (host: () => OpenHost): void => {
  describe('emails', () => {
    it('are previewed before they are sent, and arrive in the sandbox’s inbox', async () => {
      const { page, leave } = await host().visit(WIDE);
      await signInAs(page, 'Mira Rao');
      const send = page.getByRole('button', { name: SEND });
      await send.first().click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Add a personal note').fill('As promised.');
      const email = dialog.frameLocator('iframe');
      await seen(email.getByText('As promised.'));
      await dialog.getByRole('button', { name: 'Plain text' }).click();
      await dialog.getByText('As promised.').last().waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Send', exact: true }).click();
      const toast = page.getByRole('alert').filter({ hasText: /^Sending to / });
      const [address = 'nobody'] = /\S+@[\w.-]+/.exec(await toast.innerText()) ?? [];
      const opening = page.context().waitForEvent('page');
      await toast.getByRole('link', { name: 'Open sandbox inbox' }).click();
      const inbox = await opening;
      await inbox.getByRole('heading', { name: 'Sandbox inbox' }).waitFor();
      await expect
        .poll(async () => {
          await inbox.reload();
          return inbox.getByRole('listitem').first().innerText();
        })
        .toContain(address);
      await inbox.getByRole('listitem').first().getByRole('link').click();
      const received = inbox.frameLocator('iframe');
      await seen(received.getByText('As promised.'));
      expect(await accessibilityFaults(inbox)).toEqual([]);
      await received.getByRole('link').first().click();
      await inbox.waitForURL(/\/l\/[0-9a-f]{32}$/);
      await leave();
    });

    it('include the answer to a common question', async () => {
      const { page, leave } = await host().visit(WIDE);
      await signInAs(page, 'Mira Rao');
      await page.getByRole('button', { name: 'Next case' }).click();
      await press(page, 'Will you see my sign-in details?');
      await press(page, 'Email this answer');
      const dialog = page.getByRole('dialog');
      const email = dialog.frameLocator('iframe');
      await seen(email.getByText('Neither we nor Codat ever sees your'));
      for (const note of ['Ring us at four.', 'Ring us at five.']) {
        await dialog.getByLabel('Add a personal note').fill(note);
        await seen(email.getByText(note));
      }
      await press(page, 'Cancel');
      await page.goBack();
      await page.getByRole('heading', { name: 'Stuck', level: 1 }).waitFor();
      await leave();
    });

    it('are sent in bulk, except to customers they can’t help', async () => {
      const { page, leave } = await host().visit(WIDE);
      await signInAs(page, 'Mira Rao');
      await page.getByRole('checkbox', { name: 'Select all' }).check();
      await press(page, 'Send email');
      const dialog = page.getByRole('dialog');
      await seen(dialog.getByText('Skipped'));
      await seen(dialog.getByText('Retrying now won’t help.'));
      expect(await accessibilityFaults(page)).toEqual([]);
      const send = dialog.getByRole('button', { name: /^Send \d+ emails$/ });
      const count = Number((await send.textContent())?.replace(/\D/g, ''));
      await send.click();
      await page
        .getByText(new RegExp(`^${count} emails added to the Outbox, \\d+ customers? skipped$`))
        .waitFor();
      await leave();
    });

    it('appear in the Outbox and on the timeline with their text', async () => {
      const { page, leave } = await host().visit(WIDE);
      await signInAs(page, 'Mira Rao');
      await page.getByRole('link', { name: /^Outbox/ }).click();
      await page.getByRole('button', { name: /^Sent \d+$/ }).click();
      const row = page.getByRole('row').nth(1);
      await seen(row.getByText('Sent', { exact: true }));
      expect(await accessibilityFaults(page)).toEqual([]);
      const name = await row.getByRole('link').first().innerText();
      await page.getByPlaceholder('Customer, recipient or subject').fill(name);
      const others = page.getByRole('row').filter({ hasNotText: name });
      // Only the header is left.
      await expect.poll(() => others.count()).toBe(1);
      await row.getByRole('link', { name }).click();
      await page.getByRole('heading', { name, level: 1 }).waitFor();
      await seen(page.getByText('by Mira Rao'));
      await page
        .getByRole('link', { name: /email sent$/ })
        .first()
        .click();
      await seen(page.frameLocator('iframe').getByText('Best wishes'));
      expect(await accessibilityFaults(page)).toEqual([]);
      await leave();
    });

    it('use the content that an administrator saved', async () => {
      const { page, close } = await host().visit({ ...WIDE, colorScheme: 'dark' });
      await signInAs(page, 'Tom Keller');
      await page.getByRole('link', { name: 'Settings' }).click();
      await page.getByRole('tab', { name: 'Email templates' }).click();
      await seen(page.getByText('Sent to: IT contact'));
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByRole('link', { name: 'Reminder' }).click();
      const subject = page.getByLabel('Subject');
      await subject.fill('News for {{ customer.nickname }}');
      await seen(page.getByText('unknown placeholder “customer.nickname”'));
      await subject.fill('News for ');
      await press(page, /^customer\.name /);
      await expect.poll(() => subject.inputValue()).toBe('News for {{ customer.name }}');
      await seen(page.getByText('News for Brennan & Osei LLP'));
      expect(await accessibilityFaults(page)).toEqual([]);
      // Answered here, as a browser’s own question would hold the page up: it must be asked during the click.
      const asked = await page
        .getByRole('link', { name: 'Customers', exact: true })
        .evaluate((link: HTMLElement) => {
          const questions: (string | undefined)[] = [];
          window.confirm = (question) => {
            questions.push(question);
            return false;
          };
          link.click();
          return questions;
        });
      expect(asked).toEqual(['Discard unsaved changes?']);
      await press(page, 'Save');
      await seen(page.getByText('Template saved'));
      await press(page, 'Reset to default');
      await press(page, 'Reset');
      await seen(page.getByText('Template reset'));
      await seen(page.getByText('Default', { exact: true }));
      await expect.poll(() => subject.inputValue()).not.toContain('News');
      // The browser logs the rejected preview to its console.
      await close();
    });

    it('keep the first of two concurrent changes, and say so to the second person', async () => {
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
      await seen(page.getByText('Someone else changed this.'));
      expect(await subject.inputValue()).toBe('Mine');
      await press(page, 'Reload');
      await expect.poll(() => subject.inputValue()).toBe('From someone else');
      // The browser logs the rejected request to its console.
      await close();
    });

    it('tell the team too, with links to exactly what they are about', async () => {
      const { page, leave } = await host().visit(WIDE);
      await signInAs(page, 'Tom Keller');
      await page.goto('/#/account');
      await press(page, 'Send me one now');
      await seen(page.getByText('Digest sent to admin@unstuck.test'));
      await page.goto('/#/alerts');
      await press(page, 'Add alert');
      await page.getByLabel('Name').fill('Support lead');
      await page.getByLabel('Hours without anyone acting').fill('1');
      await page.getByLabel('Email address').fill('lead@acme.example');
      await press(page, 'Add');
      await press(page, 'Send test of Support lead');
      await seen(page.getByText('Test sent to lead@acme.example'));
      await page.goto('/sandbox/inbox');
      await page
        .getByRole('link', { name: /^Test: Nobody has touched/ })
        .first()
        .click();
      const email = page.frameLocator('iframe');
      await seen(email.getByRole('link', { name: /^Open the/ }));
      const told = await email.getByRole('listitem').getByRole('link').count();
      expect(told).toBeGreaterThan(0);
      await email.getByRole('link', { name: /^Open the/ }).click();
      await page.getByRole('heading', { name: 'Customers', level: 1 }).waitFor();
      await expect.poll(() => page.locator('tbody tr').count()).toBeGreaterThanOrEqual(told);
      await leave();
    });

    it('have content that agents can read but not edit', async () => {
      const { page, leave } = await host().visit(WIDE);
      await signInAs(page, 'Mira Rao');
      await page.getByRole('link', { name: 'Settings' }).click();
      await page.getByRole('link', { name: 'IT allow-list' }).click();
      await seen(page.getByText('{{ allowList.port }}'));
      expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0);
      await leave();
    });
  });
};
