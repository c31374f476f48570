import { describe, expect, it } from 'vitest';
import { PUBLIC_URL, startJourney } from '../../../../tests/support/link.ts';
import { INTEGRATIONS } from '../../integrations.ts';

const XERO = 'gbol';

describe('the selection of software', () => {
  const shown = async (search: string) => {
    const { visitor, begin } = startJourney();
    const page = await visitor.open(await begin(), `software?q=${encodeURIComponent(search)}`);
    return {
      html: page.html,
      keys: [...page.html.matchAll(/name="key" value="(\w{4})"/g)].map(([, key]) => key),
    };
  };

  it('offers all software', async () => {
    expect((await shown('')).keys).toEqual(INTEGRATIONS.map(({ key }) => key));
  });

  it.each([
    ['XERO', ['gbol']],
    ['  sage   50 ', ['hbql']],
    ['netherlands exact', ['qudb']],
    ['own computer', ['pqsw', 'hbql']],
  ])('finds software by “%s”', async (search, keys) => {
    expect((await shown(search)).keys).toEqual(keys);
  });

  it('says when nothing matches, and escapes the search text', async () => {
    const { html, keys } = await shown('"><img src=x>');
    expect(keys).toEqual([]);
    expect(html).toContain('No software matches');
    expect(html).not.toContain('<img');
  });

  it('rejects software that it doesn’t offer', async () => {
    const { company, select } = startJourney();
    expect((await select('none')).html).toContain('Choose your accounting software');
    expect(company.connections).toEqual([]);
  });
});

describe('each page', () => {
  it('escapes a company’s name', async () => {
    const name = '<script>alert(1)</script>"\'&';
    const { visitor, begin, select } = startJourney({ name });
    const pages = [await begin(), await visitor.get(`${PUBLIC_URL}/`)];
    const review = await select(XERO, pages[0]);
    const waiting = await visitor.post(review, 'consent');
    pages.push(review, waiting, await visitor.open(waiting, 'sign-in'));
    for (const { html } of pages) {
      expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;');
      expect(html).not.toContain('<script>');
    }
  });

  it('redirects to the customer’s current page when opened too early or too late', async () => {
    const { visitor, begin, select, connection } = startJourney();
    const selection = await begin();
    for (const page of ['review', 'waiting', 'sign-in', 'signed-in', 'failed', 'done'])
      expect((await visitor.open(selection, page)).html).toContain('Choose your accounting');
    const review = await select(XERO, selection);
    for (const page of ['waiting', 'sign-in', 'signed-in', 'failed', 'done'])
      expect((await visitor.open(review, page)).html).toContain('Review what you share');
    for (const page of ['finish', 'sign-in'])
      expect((await visitor.post(review, page, { outcome: 'approve' })).html).toContain('Review');
    expect(connection().status).toBe('PendingAuth');
    const waiting = await visitor.post(review, 'consent');
    await visitor.post(waiting, 'sign-in', { outcome: 'approve' });
    for (const page of ['review', 'waiting', 'failed'])
      expect((await visitor.open(waiting, page)).html).toContain('Xero is connected');
  });
});
