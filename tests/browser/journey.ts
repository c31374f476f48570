import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { signInAs } from '../support/browser.ts';
import type { OpenHost } from '../support/hosts.ts';
import { point, press, SOON, seen, tabOf } from '../support/pages.ts';

/** Opens the page of a customer who opened their link and went no further, and from there their link. */
const openJourney = async (page: Page) => {
  const id = await page.evaluate(async () => {
    const filter = encodeURIComponent('{"stage":"opened","closed":false}');
    const response = await fetch(`/api/customers?filter=${filter}&range=[0,0]`);
    return (await response.json())[0].id;
  });
  await page.goto(`/#/customers/${id}/show`);
  await seen(page.getByRole('status').getByText('Live'));
  await page.evaluate(() => Object.assign(window, { notReloaded: true }));
  const link = await tabOf(page, () => press(page, 'Preview as customer'));
  await link.getByRole('heading', { name: 'Connect your accounting software' }).waitFor();
  await press(link, 'Continue securely with Codat');
  return link;
};

/** Tests of a customer’s journey and the dashboard that shows it live. */
export const testJourney = (host: () => OpenHost): void => {
  describe('a customer’s journey in the sandbox', () => {
    it('appears step by step on the dashboard until it succeeds', async () => {
      const { page, leave } = await host().visit({ viewport: { width: 1280, height: 900 } });
      await signInAs(page, 'Mira Rao');
      const link = await openJourney(page);

      await press(link, 'Xero');
      await point(page, 'Software selected, done').waitFor(SOON);
      await press(link, 'Agree and continue');
      await point(page, 'Connection started, done').waitFor(SOON);
      const software = await tabOf(link, () =>
        link.getByRole('link', { name: 'Open Xero' }).click(),
      );
      await press(software, 'Allow access');
      await point(page, 'Access approved, done').waitFor(SOON);
      await link.getByRole('heading', { name: 'Xero is connected' }).waitFor();
      await press(link, /^Finish/);
      await point(page, 'Finished, done').waitFor(SOON);
      await link.getByRole('heading', { name: 'You’re connected' }).waitFor();
      await seen(page.getByText('Connected', { exact: true }), SOON);

      expect(await page.evaluate(() => 'notReloaded' in window)).toBe(true);
      await leave();
    });

    it('appears on the dashboard until it fails, with the reason and the software’s error', async () => {
      const { page, leave } = await host().visit({ viewport: { width: 1280, height: 900 } });
      await signInAs(page, 'Mira Rao');
      const link = await openJourney(page);

      await press(link, 'Oracle NetSuite');
      await press(link, 'Agree and continue');
      await point(page, 'Connection started, done').waitFor(SOON);
      const software = await tabOf(link, () =>
        link.getByRole('link', { name: 'Open Oracle NetSuite' }).click(),
      );
      await software.getByLabel('Not an admin').check();
      await press(software, 'Simulate error');
      await point(page, 'Approval failed once').waitFor(SOON);
      await seen(page.getByText('Attempt failed: not an admin'), SOON);
      await seen(page.getByText('does not have permission'), SOON);
      // Webhook and callback report the same failure. It counts once.
      await seen(page.getByText('Approval failed once'), SOON);
      // The redirect reports it again.
      await link.getByRole('heading', { name: 'You need an admin' }).waitFor();
      await press(link, 'Leave');
      await link.getByRole('heading', { name: 'An admin needs to approve this' }).waitFor();
      await seen(link.getByText('your Oracle NetSuite admin'));
      await seen(page.getByText('Approval failed once'));
      await leave();
    });
  });
};
