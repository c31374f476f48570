import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { accessibilityFaults, signInAs } from '../support/browser.ts';
import type { OpenHost } from '../support/hosts.ts';
import { seen } from '../support/pages.ts';

/** Opens the most urgent case whose customer has no accountant yet. */
const openCase = async (page: Page): Promise<string> => {
  await signInAs(page, 'Mira Rao');
  const id = await page.evaluate(async () => {
    const filter = encodeURIComponent('{"stuck":true}');
    const cases: { id: string; contacts: { accountant?: object | null } }[] = await (
      await fetch(`/api/customers?sort=["priority","ASC"]&filter=${filter}`)
    ).json();
    return cases.find(({ contacts }) => !contacts.accountant)?.id;
  });
  await page.goto(`/#/customers/${id}/show`);
  await page.getByRole('heading', { name: 'Contacts' }).waitFor();
  return /customers\/([^/]+)\/show/.exec(page.url())?.[1] ?? '';
};

/** Tests of editing contacts one by one, and of importing them from a file. */
export const testContacts = (host: () => OpenHost): void => {
  describe('contacts', () => {
    it('are added by role, with errors beside the fields, and removed with undo', async () => {
      const { page, close } = await host().visit();
      await openCase(page);
      await page.getByRole('button', { name: 'Add accountant contact' }).click();
      await page.getByLabel('Name').fill('Bo Ek');
      await page.getByLabel('Email', { exact: true }).fill('invalid');
      await page.getByRole('button', { name: 'Save' }).click();
      await seen(page.getByText('Enter a valid email address.'));
      await page.getByLabel('Email', { exact: true }).fill('bo@acme.example');
      await page.getByRole('button', { name: 'Save' }).click();
      const link = page.getByRole('link', { name: 'bo@acme.example' });
      await expect.poll(() => link.getAttribute('href')).toBe('mailto:bo%40acme.example');
      await page.getByRole('button', { name: 'Edit accountant contact' }).click();
      await page.getByRole('button', { name: 'Remove' }).click();
      await link.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Undo' }).click();
      await link.waitFor();
      await close();
    });

    it('are imported from a file: previewed, applied and undone', async () => {
      const { page, leave } = await host().visit({ viewport: { width: 1280, height: 850 } });
      const id = await openCase(page);
      await page.getByRole('link', { name: 'Customers', exact: true }).click();
      await page.getByRole('link', { name: 'Import contacts' }).click();
      const lines = ['Customer ID;Email;Role', `${id};new-it@acme.example;it`, 'nobody;;'];
      await page.getByLabel('Contacts file').setInputFiles({
        name: 'spring.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(`\ufeff${lines.join('\r\n')}`),
      });
      await seen(page.getByText('No customer with the ID “nobody”.'));
      await seen(page.getByText('nobody;;', { exact: true }));
      expect(await accessibilityFaults(page)).toEqual([]);
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Download report' }).click();
      expect((await download).suggestedFilename()).toBe('spring-report.csv');
      await page.getByRole('button', { name: 'Apply 1 change' }).click();
      await seen(page.getByText(/^1 contact updated on/));
      await page.getByRole('row').getByRole('link').first().click();
      await page.getByRole('link', { name: 'new-it@acme.example' }).waitFor();
      await seen(page.getByText('Contacts updated: IT'));
      await page.goto('/#/contact-imports');
      await page
        .getByRole('row', { name: /spring/ })
        .getByRole('button', { name: 'Undo' })
        .click();
      await page.getByRole('row', { name: /spring.*Undone/ }).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.goto(`/#/customers/${id}/show`);
      await page.getByRole('heading', { name: 'Contacts' }).waitFor();
      await page.getByRole('link', { name: 'new-it@acme.example' }).waitFor({ state: 'detached' });
      await leave();
    });

    it('can’t be imported from a file without their columns, and the page says why', async () => {
      const { page, close } = await host().visit();
      await signInAs(page, 'Mira Rao');
      await page.goto('/#/contact-imports');
      const file = { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('x,y\n1,2') };
      await page.getByLabel('Contacts file').setInputFiles(file);
      await seen(page.getByText('The header row needs a customer column'));
      await close();
    });
  });
};
