import { describe, expect, it } from 'vitest';
import { linkEventBody } from '../../../src/codat/link-events.ts';
import { returned, startJourney } from '../../../tests/support/link.ts';

const XERO = 'gbol';
const SAGE_50 = 'hbql';

describe('a successful journey', () => {
  it('leads through the five steps back to the redirect', async () => {
    const { visitor, company, begin, select, connection } = startJourney();
    const selection = await begin();
    expect(selection.html).toContain('Choose your accounting software');
    const review = await select(XERO, selection);
    expect(review.html).toContain('Review what you share');
    const waiting = await visitor.post(review, 'consent');
    expect(waiting.html).toMatch(/href="[^"]+\/sign-in" target="_blank"/);
    const signIn = await visitor.open(waiting, 'sign-in');
    expect(signIn.html).toContain('Sign in to Xero');
    const closing = await visitor.post(signIn, 'sign-in', { outcome: 'approve' });
    expect(closing.html).toContain('You can close this tab');
    const done = await visitor.get(waiting.url);
    expect(done.html).toContain('Xero is connected');
    expect(returned(await visitor.post(done, 'finish'))).toEqual({
      journey: 'token-1',
      statusCode: '200',
      statusText: 'OK',
      connectionId: connection().id,
      companyId: company.id,
      platform: XERO,
    });
  });

  it('sends webhooks, and callbacks that the link-events endpoint accepts', async () => {
    const { link, visitor, agree, connection, callbackTypes } = startJourney();
    const waiting = await agree(XERO);
    await visitor.post(waiting, 'sign-in', { outcome: 'approve' });
    await visitor.post(waiting, 'finish');
    expect(link.webhooks.map(({ eventType }) => eventType)).toEqual([
      'company.created',
      'connection.created',
      'connection.connected',
    ]);
    expect(callbackTypes()).toEqual([
      'onConnectionStarted',
      'onConsent',
      'onConnection',
      'onFinish',
    ]);
    for (const callback of link.callbacks) {
      expect(linkEventBody.parse(callback)).toEqual(callback);
      expect(callback).toMatchObject({ connectionId: connection().id, integrationKey: XERO });
    }
    expect(new Set(link.callbacks.map(({ id }) => id)).size).toBe(4);
  });

  it('finishes once, however often the button is pressed', async () => {
    const { visitor, agree, callbackTypes } = startJourney();
    const waiting = await agree(XERO);
    await visitor.post(waiting, 'sign-in', { outcome: 'approve' });
    const pressed = [await visitor.post(waiting, 'finish'), await visitor.post(waiting, 'finish')];
    expect(pressed[0]).toEqual(pressed[1]);
    expect(callbackTypes().filter((type) => type === 'onFinish')).toHaveLength(1);
  });

  it('also continues automatically without scripts', async () => {
    const { agree } = startJourney();
    const waiting = await agree(XERO);
    expect(waiting.html).toContain('<noscript><meta http-equiv="refresh" content="2"></noscript>');
  });

  it('ends on a pretend portal without a redirect URL', async () => {
    const { visitor, agree } = startJourney({ redirectUrl: null });
    const waiting = await agree(XERO);
    await visitor.post(waiting, 'sign-in', { outcome: 'approve' });
    const portal = await visitor.post(waiting, 'finish');
    expect(portal.status).toBe(200);
    expect(portal.html).toContain('Welcome back');
  });

  it('is not affected by a failing callback', async () => {
    for (const onCallback of [
      () => {
        throw new Error('refused');
      },
      () => Promise.reject(new Error('refused later')),
    ]) {
      const { agree, callbackTypes } = startJourney({ onCallback });
      const waiting = await agree(XERO);
      expect(waiting.status).toBe(200);
      expect(callbackTypes()).toEqual(['onConnectionStarted', 'onConsent']);
    }
  });

  it('doesn’t wait for a slow callback', async () => {
    const { agree } = startJourney({ onCallback: () => new Promise(() => {}) });
    expect((await agree(XERO)).html).toContain('Open Xero');
  });

  it('offers a connector with a licence key instead of a sign-in for on-premise software', async () => {
    const { visitor, agree } = startJourney();
    const waiting = await agree(SAGE_50);
    expect(waiting.html).toContain('Download the connector');
    const [key] = waiting.html.match(/[0-9A-F]{4}(-[0-9A-F]{4}){3}/) ?? [];
    expect((await visitor.open(waiting, 'sign-in')).html).toContain(`value="${key}"`);
  });
});

describe('leaving a journey', () => {
  it('cancels it at the software selection and at the review', async () => {
    const { visitor, begin, select, connection, callbackTypes } = startJourney();
    const selection = await begin();
    expect(returned(await visitor.post(selection, 'leave'))).toMatchObject({
      statusCode: '403',
      statusText: 'User cancelled linking',
      connectionId: '',
      platform: '',
    });
    const review = await select(XERO, selection);
    expect(returned(await visitor.post(review, 'leave'))).toMatchObject({
      statusCode: '403',
      connectionId: connection().id,
    });
    expect(callbackTypes()).toEqual(['onClose', 'onConnectionStarted', 'onClose']);
  });

  it('goes to the last page when access is already approved', async () => {
    const { visitor, agree, callbackTypes } = startJourney();
    const waiting = await agree(XERO);
    await visitor.post(waiting, 'sign-in', { outcome: 'approve' });
    expect((await visitor.post(waiting, 'leave')).html).toContain('Xero is connected');
    expect(callbackTypes()).not.toContain('onClose');
  });

  it('counts as unsupported when the software isn’t listed, whatever was selected before', async () => {
    const { link, visitor, company, select } = startJourney();
    const review = await select(XERO);
    expect(returned(await visitor.post(review, 'unlisted'))).toMatchObject({
      statusCode: '501',
      statusText: 'Not supported.',
      connectionId: '',
    });
    expect(link.callbacks.at(-1)).toMatchObject({ type: 'onClose', companyId: company.id });
  });
});

describe('software that is already connected', () => {
  it('is marked, and selecting it ends the journey with 201 and no webhooks', async () => {
    const { link, visitor, company, begin, select, connection, callbackTypes } = startJourney();
    link.world.approve(link.world.selectSoftware(company.id, XERO).id);
    const selection = await begin();
    expect(selection.html).toContain('Connected');
    const done = await select(XERO, selection);
    expect(done.html).toContain('Xero is already connected');
    expect(returned(await visitor.post(done, 'finish'))).toMatchObject({
      statusCode: '201',
      connectionId: connection().id,
    });
    expect(company.connections).toHaveLength(1);
    expect(callbackTypes()).toEqual(['onFinish']);
  });

  it('is also recognized from the connection’s own link', async () => {
    const { link, visitor, company, connection } = startJourney();
    link.world.approve(link.world.selectSoftware(company.id, XERO).id);
    const done = await visitor.get(link.links.connection(connection().id));
    expect(done.html).toContain('Xero is already connected');
  });

  it('can be approved again after access was revoked', async () => {
    const { link, visitor, company, agree, connection } = startJourney();
    link.world.approve(link.world.selectSoftware(company.id, XERO).id);
    link.world.disconnect(connection().id, 'Deauthorized');
    const waiting = await agree(XERO);
    await visitor.post(waiting, 'sign-in', { outcome: 'approve' });
    expect(link.webhooks.at(-1)?.eventType).toBe('connection.reconnected');
  });
});
