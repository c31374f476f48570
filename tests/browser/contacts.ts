import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { accessibilityFaults, signInAs } from '../support/browser.ts';
import type { OpenHost } from '../support/hosts.ts';

const openCase = async (page: Page): Promise<string> => {
  await signInAs(page, 'Mira Rao');
  await page.getByRole('link', { name: 'Next case' }).click();
  await page.getByRole('heading', { name: 'Contacts' }).waitFor();
  return /customers\/([^/]+)\/show/.exec(page.url())?.[1] ?? '';
};

/** Contacts of customers, one by one and from a file. */
export const testContacts = (host: () => OpenHost): void => {
  describe('contacts', () => {
    it('are written down by role, with what is wrong beside the field, and removed with undo', async () => {
      const { page, close } = await host().visit();
      await openCase(page);
      await page.getByRole('button', { name: /contact: Accountant/ }).click();
      await page.getByLabel('Name').fill('Bo Ek');
      await page.getByLabel('E-mail address').fill('no address');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('This is no e-mail address.').waitFor();
      await page.getByLabel('E-mail address').fill('bo@acme.example');
      await page.getByRole('button', { name: 'Save' }).click();
      const link = page.getByRole('link', { name: 'bo@acme.example' });
      expect(await link.getAttribute('href')).toBe('mailto:bo%40acme.example');
      await page.getByRole('button', { name: 'Edit contact: Accountant' }).click();
      await page.getByRole('button', { name: 'Remove' }).click();
      await link.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Undo' }).click();
      await link.waitFor();
      await close();
    });

    it('come from a file: looked at first, then applied, then undone', async () => {
      const { page, leave } = await host().visit({ viewport: { width: 1280, height: 850 } });
      const id = await openCase(page);
      await page.getByRole('link', { name: 'Customers' }).click();
      await page.getByRole('link', { name: 'Import contacts' }).click();
      const lines = ['Customer id;E-mail;Role', `${id};new-it@acme.example;it`, 'nobody;;'];
      await page.getByLabel('File of contacts').setInputFiles({
        ...{ name: 'spring.csv', mimeType: 'text/csv' },
        buffer: Buffer.from(`\ufeff${lines.join('\r\n')}`),
      });
      await page.getByText('There is no customer with the id “nobody”.').waitFor();
      await page.getByText('nobody;;', { exact: true }).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Report' }).click();
      expect((await download).suggestedFilename()).toBe('spring-report.csv');
      await page.getByRole('button', { name: 'Apply 1 change' }).click();
      await page.getByText(/^1 contact changed on/).waitFor();
      await page.getByRole('row').getByRole('link').first().click();
      await page.getByRole('link', { name: 'new-it@acme.example' }).waitFor();
      await page.getByText('Contact changed: IT').waitFor();
      await page.goto('/#/contact-imports');
      await page
        .getByRole('row', { name: /spring/ })
        .getByRole('button', { name: 'Undo' })
        .click();
      await page.getByRole('row', { name: /spring.*Undone/ }).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.goto(`/#/customers/${id}/show`);
      await page.getByRole('heading', { name: 'Contacts' }).waitFor();
      await page.getByText('new-it@acme.example').waitFor({ state: 'detached' });
      await leave();
    });

    it('say why a file can’t be read', async () => {
      const { page, close } = await host().visit();
      await signInAs(page, 'Mira Rao');
      await page.goto('/#/contact-imports');
      const file = { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('x,y\n1,2') };
      await page.getByLabel('File of contacts').setInputFiles(file);
      await page.getByText('The first line has no column for the customer').waitFor();
      await close();
    });
  });
};
