import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { addHours } from '../../../src/journey/instant.ts';
import {
  browse,
  LINK_START,
  openLink,
  PUBLIC_URL,
  startJourney,
} from '../../../tests/support/link.ts';

describe('a Link URL', () => {
  it('opens the software selection once', async () => {
    const { link, visitor, company } = startJourney();
    const url = link.links.company(company.id);
    const first = await visitor.get(url);
    expect(first.status).toBe(200);
    expect(first.html).toContain('Choose your accounting software');
    const second = await visitor.get(url);
    expect(second.status).toBe(410);
    expect(second.html).toContain('This link has already been used');
  });

  it('explains that it has expired and what to do', async () => {
    const { link, visitor, company } = startJourney();
    const url = link.links.company(company.id);
    link.clock.now = addHours(LINK_START, 25);
    const { status, html } = await visitor.get(url);
    expect(status).toBe(410);
    expect(html).toContain('This link has expired');
    expect(html).toContain('Ask the sender for a new link');
  });

  it.each(['', '?otp=', '?otp=made.up.password'])(
    'with the password “%s” doesn’t work',
    async (query) => {
      const { visitor, company } = startJourney();
      const { status, html } = await visitor.get(
        `${PUBLIC_URL}/link/company/${company.id}${query}`,
      );
      expect(status).toBe(404);
      expect(html).toContain('This link doesn’t work');
    },
  );

  it('of a deleted company or connection doesn’t work', async () => {
    const { link, visitor, company } = startJourney();
    const connection = link.world.selectSoftware(company.id, 'gbol');
    const urls = [link.links.connection(connection.id), link.links.company(company.id)];
    link.world.removeCompany(company.id);
    for (const url of urls) expect((await visitor.get(url)).status).toBe(404);
  });

  it('of a connection opens the software’s sign-in directly', async () => {
    const { link, visitor, company } = startJourney();
    const connection = link.world.selectSoftware(company.id, 'akxx');
    const page = await visitor.get(link.links.connection(connection.id));
    expect(page.html).toContain('Open Oracle NetSuite');
    await visitor.post(page, 'sign-in', { outcome: 'approve' });
    expect(connection.status).toBe('Linked');
  });

  it('also works below a path', async () => {
    const link = openLink({ publicUrl: 'http://unstuck.test/sandbox' });
    const host = new Hono().route('/sandbox', link.app);
    const { id } = link.world.createCompany({ name: 'Below' });
    const opened = await host.request(link.links.company(id));
    const page = await host.request(opened.headers.get('location') ?? '');
    const html = await page.text();
    expect(html).toContain('href="/sandbox/link/link.css"');
    expect(html).toMatch(/action="\/sandbox\/link\/session\/[^"/]+\/software"/);
    expect((await host.request('/sandbox')).status).toBe(200);
  });
});

describe('a visit', () => {
  it('that never started is over', async () => {
    const { visitor } = startJourney();
    const { status, html } = await visitor.get(`${PUBLIC_URL}/link/session/made-up/review`);
    expect(status).toBe(404);
    expect(html).toContain('This visit is over');
  });

  it('is forgotten after hours, and over once its company is deleted', async () => {
    const { link, visitor, company } = startJourney();
    const early = await visitor.get(link.links.company(company.id));
    link.clock.now = addHours(LINK_START, 7);
    expect((await visitor.get(early.url)).status).toBe(200);
    const late = await visitor.get(link.links.company(company.id));
    link.clock.now = addHours(LINK_START, 8);
    expect((await visitor.get(early.url)).status).toBe(404);
    expect((await visitor.get(late.url)).status).toBe(200);
    link.world.removeCompany(company.id);
    expect((await visitor.get(late.url)).html).toContain('This visit is over');
  });

  it('whose connection was deleted goes back to the software selection', async () => {
    const { link, visitor, company } = startJourney();
    const connection = link.world.selectSoftware(company.id, 'gbol');
    const page = await visitor.get(link.links.connection(connection.id));
    link.world.removeConnection(connection.id);
    expect((await visitor.get(page.url)).html).toContain('Choose your accounting software');
  });
});

describe('the start page', () => {
  it('lists customers who aren’t connected, and opens their journeys', async () => {
    const { link, visitor, company } = startJourney();
    const connected = link.world.createCompany({ name: 'Connected Ltd' });
    link.world.approve(link.world.selectSoftware(connected.id, 'gbol').id);
    const start = await visitor.get(`${PUBLIC_URL}/`);
    expect(start.html).toContain('Brennan &amp; Osei');
    expect(start.html).not.toContain('Connected Ltd');
    for (const time of ['once', 'again']) {
      const page = await visitor.post(start, 'open', { companyId: company.id });
      expect(page.html, time).toContain('Choose your accounting software');
    }
    expect((await visitor.post(start, 'open', { companyId: 'gone' })).url).toBe(start.url);
  });

  it('says what to do when there are no customers', async () => {
    const link = openLink({ publicUrl: PUBLIC_URL });
    expect((await browse(link).get(`${PUBLIC_URL}/`)).html).toContain(
      'No one is waiting to connect',
    );
  });
});

describe('every page', () => {
  it('may load only its own resources and lead only to the redirect', async () => {
    const link = openLink({ publicUrl: PUBLIC_URL, redirectUrl: 'https://portal.test/back' });
    for (const path of ['/', '/link/session/x/review', '/link/link.css']) {
      const { headers } = await link.app.request(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("form-action 'self' https://portal.test");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('referrer-policy')).toBe('same-origin');
    }
  });

  it('finds its stylesheet and script', async () => {
    const { link } = startJourney();
    for (const [path, type] of [
      ['/link/link.css', 'text/css'],
      ['/link/follow.js', 'text/javascript'],
    ] as const) {
      const response = await link.app.request(path);
      expect(response.headers.get('content-type')).toContain(type);
    }
  });

  it('leaves other paths to the rest of the sandbox', async () => {
    const { link } = startJourney();
    const host = new Hono().route('/', link.app).get('/companies', ({ text }) => text('mine'));
    const response = await host.request('/companies');
    expect(await response.text()).toBe('mine');
    expect(response.headers.has('content-security-policy')).toBe(false);
    expect((await host.request('/link/elsewhere')).status).toBe(404);
  });

  it('rejects a form larger than any of its own', async () => {
    const { visitor } = startJourney();
    const start = await visitor.get(`${PUBLIC_URL}/`);
    const large = await visitor.post(start, 'open', { companyId: 'x'.repeat(20_000) });
    expect(large.status).toBe(413);
  });
});
