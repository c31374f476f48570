import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { signInAs } from '../support/browser.ts';
import type { OpenHost } from '../support/hosts.ts';

/** Opens the page of the stuck customer who waits the longest among those that match; returns the name. */
const openStuck = async (page: Page, filter: object): Promise<string> => {
  const query = encodeURIComponent(JSON.stringify({ stuck: true, ...filter }));
  const { id, name } = await page.evaluate(async (asked) => {
    const answer = await fetch(`/api/customers?filter=${asked}&sort=["stuckAt","ASC"]`);
    return (await answer.json())[0];
  }, query);
  await page.goto(`/#/customers/${id}/show`);
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  return name;
};

/** What agents do for a customer beside writing e-mails, and how that is remembered. */
export const testActs = (host: () => OpenHost): void => {
  describe('what agents do', () => {
    it('is on the timeline: a call with its outcome, once, and the snooze until the next', async () => {
      const { page, leave } = await host().visit({ viewport: { width: 1280, height: 850 } });
      await signInAs(page, 'Mira Rao');
      await openStuck(page, {});
      await page.getByText('Created in Codat').waitFor();
      const unanswered = page.getByText('Call: no answer');
      const before = await unanswered.count();
      await page.getByRole('button', { name: 'Log a call' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('No answer').check();
      await dialog.getByLabel('What was said?').fill('Rang twice, then their lunch break.');
      await dialog.getByLabel('Try again').click();
      await page.getByRole('option', { name: 'In 1 day' }).click();
      await dialog.getByRole('button', { name: 'Log call' }).click();
      await page.getByText('The call is on the timeline').waitFor();
      const call = page.getByRole('listitem').filter({ hasText: 'their lunch break' });
      await call.getByText('Call: no answer').waitFor();
      expect(await unanswered.count()).toBe(before + 1);
      await page.getByText('Snoozed', { exact: true }).first().waitFor();
      await page.getByRole('button', { name: 'Customer', exact: true }).click();
      await call.waitFor({ state: 'detached' });
      await leave();
    });

    it('can be taken back: a closed customer says by whom and why, and is reopened', async () => {
      const { page, leave } = await host().visit({ viewport: { width: 1280, height: 850 } });
      await signInAs(page, 'Mira Rao');
      const name = await openStuck(page, { stuckReason: 'link_unopened' });
      await page.getByRole('button', { name: 'More' }).click();
      await page.getByRole('menuitem', { name: 'Close…' }).click();
      await page.getByText('Nothing changes at Codat').waitFor();
      await page.getByLabel('Sending files instead').check();
      await page.getByRole('button', { name: 'Close journey' }).click();
      const notice = page.getByRole('alert').filter({ hasText: 'by Mira Rao' });
      await notice.getByText('sending files instead').waitFor();
      await notice.getByRole('button', { name: 'Reopen' }).click();
      await notice.waitFor({ state: 'detached' });
      await page.getByText('reopened', { exact: true }).waitFor();

      await page.getByRole('link', { name: 'Activity' }).click();
      await page.getByText(`Mira Rao reopened ${name}`).waitFor();
      await page.getByText(`Mira Rao closed ${name}: sending files instead`).waitFor();
      await page.getByLabel('What').click();
      await page.getByRole('option', { name: 'Team' }).click();
      await page.getByText('Nobody did such a thing').waitFor();
      await leave();
    });

    it('corrects a failure’s reason, and shows what was recognized', async () => {
      const { page, leave } = await host().visit({ viewport: { width: 1280, height: 850 } });
      await signInAs(page, 'Mira Rao');
      await openStuck(page, { failureReason: 'not_administrator' });
      await page.getByRole('button', { name: 'Correct the reason' }).first().click();
      await page
        .getByRole('menuitem', { name: 'Set-up incomplete Administrator must act' })
        .click();
      await page.getByText('Recognized as “Not an administrator”, corrected by Mira Rao').waitFor();
      await page.getByText('Reason corrected: set-up incomplete').waitFor();
      await leave();
    });
  });
};
