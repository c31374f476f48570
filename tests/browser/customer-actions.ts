import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { accessibilityFaults, signInAs } from '../support/browser.ts';
import type { OpenHost } from '../support/hosts.ts';
import { card, seen } from '../support/pages.ts';

/** Opens the page of the matching customer who has been stuck the longest; returns their name. */
const openStuck = async (page: Page, filter: object): Promise<string> => {
  const query = encodeURIComponent(JSON.stringify({ stuck: true, ...filter }));
  const { id, name } = await page.evaluate(async (asked) => {
    const response = await fetch(`/api/customers?filter=${asked}&sort=["stuckAt","ASC"]`);
    return (await response.json())[0];
  }, query);
  await page.goto(`/#/customers/${id}/show`);
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  return name;
};

/** Tests of agents’ actions on a customer other than emails, and of where they are recorded. */
export const testCustomerActions = (host: () => OpenHost): void => {
  describe('actions on a customer', () => {
    it('a logged call appears once on the timeline with its outcome, and so does the snooze until the follow-up', async () => {
      const { page, leave } = await host().visit({ viewport: { width: 1280, height: 850 } });
      await signInAs(page, 'Mira Rao');
      await openStuck(page, {});
      await seen(page.getByText('Created in Codat'));
      const unanswered = page.getByText('Call: no answer');
      const before = await unanswered.count();
      await page.getByRole('button', { name: 'Log a call' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('No answer').check();
      await dialog.getByLabel('Notes').fill('Called twice, then their lunch break.');
      await dialog.getByLabel('Follow up').click();
      await page.getByRole('option', { name: 'Snooze for 1 day' }).click();
      await dialog.getByRole('button', { name: 'Log call' }).click();
      await seen(page.getByText('Call logged'));
      const call = card(page, 'Timeline')
        .getByRole('listitem')
        .filter({ hasText: 'their lunch break' });
      await seen(call.getByText('Call: no answer'));
      await expect.poll(() => unanswered.count()).toBe(before + 1);
      await page
        .getByText(/^Snoozed until/)
        .first()
        .waitFor();
      await page.getByRole('button', { name: 'Customer', exact: true }).click();
      await call.waitFor({ state: 'detached' });
      await leave();
    });

    it('a closed case shows who closed it and why, and closing can be undone', async () => {
      const { page, leave } = await host().visit({ viewport: { width: 1280, height: 850 } });
      await signInAs(page, 'Mira Rao');
      const name = await openStuck(page, {});
      await page.getByRole('button', { name: 'More' }).click();
      await page.getByRole('menuitem', { name: 'Close case…' }).click();
      await seen(page.getByText('Nothing changes in Codat'));
      await page.getByLabel('Sending files instead').check();
      await page.getByRole('button', { name: 'Close case' }).click();
      const notice = page.getByRole('alert').filter({ hasText: 'by Mira Rao' });
      await seen(notice.getByText('Sending files instead'));
      await notice.getByRole('button', { name: 'Reopen' }).waitFor();
      await page.getByRole('button', { name: 'Undo' }).click();
      await notice.waitFor({ state: 'detached' });
      await seen(page.getByText('Reopened', { exact: true }));

      await page.getByRole('link', { name: 'Activity' }).click();
      await seen(page.getByText(`Mira Rao reopened ${name}`));
      await seen(page.getByText(`Mira Rao closed ${name}: sending files instead`));
      await page.getByLabel('About').click();
      await page.getByRole('option', { name: 'API keys' }).click();
      await seen(page.getByText('No matching activity'));
      await leave();
    });

    it('a changed failure reason shows the detected one, and the case can be checked and raised with Codat', async () => {
      const { page, leave } = await host().visit({ viewport: { width: 1280, height: 850 } });
      await signInAs(page, 'Mira Rao');
      await openStuck(page, { failureReason: 'not_administrator' });
      await page.getByRole('button', { name: 'Change reason' }).first().click();
      await page.getByRole('menuitem', { name: 'Setup incomplete Waiting on their admin' }).click();
      await seen(page.getByText('Detected as “Not an admin”. Changed by Mira Rao'));
      await seen(page.getByText('Reason changed to setup incomplete', { exact: true }));

      await page.getByRole('button', { name: 'Check in Codat' }).click();
      await seen(page.getByRole('status').getByText(/^(Nothing changed|\d+ changes?)\. /));
      await page.getByRole('button', { name: 'More' }).click();
      await page.getByRole('menuitem', { name: 'Raise with Codat…' }).click();
      await page.getByLabel('Codat’s reference').fill('48213');
      await page.getByRole('button', { name: 'Mark as raised' }).click();
      await seen(card(page, 'Raised with Codat').getByText('48213'));
      await seen(card(page, 'Timeline').getByText('Raised with Codat'));
      await seen(page.getByText('Waiting for Codat').first());
      await leave();
    });

    it('an account manager is set on the customer’s page, and for many in the list', async () => {
      const { page, leave } = await host().visit({ viewport: { width: 1280, height: 850 } });
      await signInAs(page, 'Mira Rao');
      const choose = async (name: string) => {
        await page.getByRole('dialog').getByLabel('Account manager').click();
        await page.getByRole('option', { name }).click();
        expect(await accessibilityFaults(page)).toEqual([]);
        await page.getByRole('button', { name: 'Save' }).click();
      };
      await openStuck(page, {});
      await page.getByRole('button', { name: /account manager/i }).click();
      // The page shows it before the server has it, and the list would read the one before.
      const saved = page.waitForResponse(
        (response) =>
          response.request().method() === 'PUT' && response.url().includes('/api/customers/'),
      );
      await choose('Mira Rao');
      await page.getByRole('button', { name: 'Account manager · Mira Rao' }).waitFor();
      await saved;
      await page.getByRole('link', { name: 'Customers', exact: true }).first().click();
      const rows = page.getByRole('row');
      await rows.nth(2).getByRole('checkbox').waitFor();
      // Hers already would be skipped. By name, as the newest activity comes first and rows move.
      const colleagues = () =>
        rows.evaluateAll((found) =>
          found
            .filter((row) => /Lena Hart|Tom Keller/.test(row.lastElementChild?.innerHTML ?? ''))
            .map((row) => row.querySelector('[data-row-link]')?.textContent ?? ''),
        );
      await expect.poll(async () => (await colleagues()).length).toBeGreaterThan(1);
      const picked = (await colleagues())
        .slice(0, 2)
        .map((name) => rows.filter({ has: page.getByRole('link', { name, exact: true }) }));
      for (const row of picked) await row.getByRole('checkbox').check();
      const managerOf = (row = rows) => row.getByRole('cell').last();
      const before = await managerOf(picked[0]).innerHTML();
      await page.getByRole('button', { name: 'Account manager', exact: true }).click();
      await page.getByRole('heading', { name: 'Set account manager of 2 customers' }).waitFor();
      await page.getByRole('dialog').getByLabel('Account manager').click();
      await page.getByRole('option', { name: /Mira Rao/ }).click();
      await seen(page.getByText('2 customers will change.'));
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByRole('button', { name: 'Save' }).click();
      await seen(page.getByText('2 customers changed'));
      for (const row of picked) await row.getByRole('img', { name: 'Mira Rao' }).first().waitFor();
      await page.getByRole('button', { name: 'Undo' }).click();
      await seen(page.getByText('2 customers restored'));
      await expect.poll(() => managerOf(picked[0]).innerHTML()).toBe(before);
      await leave();
    });
  });
};
