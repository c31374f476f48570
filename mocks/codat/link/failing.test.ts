import { describe, expect, it } from 'vitest';
import { linkEventBody } from '../../../src/codat/link-events.ts';
import { recognizeReason } from '../../../src/journey/recognize-reason.ts';
import { returned, startJourney } from '../../../tests/support/link.ts';
import { INTEGRATIONS, integrationOf } from '../integrations.ts';
import { FAILURES, reportOf } from '../world/failures.ts';
import { failuresOf, messageOf } from './failure-messages.ts';

const XERO = 'gbol';
const SAGE_50 = 'hbql';

/** The redirect's status codes, where they are not 500. */
const REDIRECT_STATUS: Record<string, string> = { cancelled: '403', unsupported: '501' };

const EVERY_FAILURE = INTEGRATIONS.filter(({ key }) => key === XERO || key === SAGE_50).flatMap(
  ({ key, isOfflineConnector }) =>
    (['cancelled', ...failuresOf(isOfflineConnector)] as const).map(
      (failure) => [failure, integrationOf(key).name, key] as const,
    ),
);

describe('a journey that fails', () => {
  it('can fail in every way', () => {
    const shown = new Set(EVERY_FAILURE.map(([failure]) => failure));
    expect([...shown].sort()).toEqual([...FAILURES].sort());
  });

  it.each(EVERY_FAILURE)('shows the message for %s in %s', async (failure, _, key) => {
    const { link, visitor, agree, connection, callbackTypes } = startJourney();
    const waiting = await agree(key);
    const closing = await visitor.post(waiting, 'sign-in', { outcome: failure });
    expect(closing.html).toContain('You can close this tab');
    const failed = await visitor.get(waiting.url);
    expect(failed.html).toContain(messageOf(failure).title);
    const [errorCode, message] = reportOf(failure);
    expect(connection()).toMatchObject({
      status: 'PendingAuth',
      errors: [{ statusCode: errorCode, statusText: message }],
    });
    const error = link.callbacks.at(-1);
    expect(error).toMatchObject({ type: 'onError', message, errorCode });
    expect(linkEventBody.parse(error)).toEqual(error);
    const left = returned(await visitor.post(failed, 'leave'));
    const statusCode = REDIRECT_STATUS[failure] ?? '500';
    expect(left).toMatchObject({ statusCode, statusText: message, journey: 'token-1' });
    expect(recognizeReason({ statusCode, text: left.statusText ?? '' })).toBe(
      recognizeReason({ statusCode: errorCode, text: message }),
    );
    expect(callbackTypes().at(-1)).toBe('onClose');
  });

  it('retries on the same connection', async () => {
    const { visitor, company, agree } = startJourney();
    const waiting = await agree(XERO);
    await visitor.post(waiting, 'sign-in', { outcome: 'session_expired' });
    const again = await visitor.post(await visitor.get(waiting.url), 'retry');
    expect(again.html).toContain('Open Xero');
    await visitor.post(again, 'sign-in', { outcome: 'approve' });
    const done = await visitor.get(waiting.url);
    expect(returned(await visitor.post(done, 'finish')).statusCode).toBe('200');
    expect(company.connections).toHaveLength(1);
  });

  it('can continue with different software', async () => {
    const { visitor, company, select, agree } = startJourney();
    const waiting = await agree(XERO);
    await visitor.post(waiting, 'sign-in', { outcome: 'unsupported' });
    const review = await select(SAGE_50, await visitor.open(waiting, 'software'));
    expect(review.html).toContain('Review what you share');
    expect(company.connections.map(({ integrationKey }) => integrationKey)).toEqual([
      XERO,
      SAGE_50,
    ]);
  });

  it('doesn’t fail again from a tab left open', async () => {
    const { visitor, agree, connection } = startJourney();
    const waiting = await agree(XERO);
    await visitor.post(waiting, 'sign-in', { outcome: 'unknown' });
    const again = await visitor.post(waiting, 'sign-in', { outcome: 'software_error' });
    expect(again.html).toContain('You can close this tab');
    expect(connection().errors).toHaveLength(1);
  });

  it('ignores an error that the software doesn’t have', async () => {
    const { visitor, agree, connection } = startJourney();
    const waiting = await agree(XERO);
    for (const outcome of ['connector_blocked', 'toString', ''])
      expect((await visitor.post(waiting, 'sign-in', { outcome })).html).toContain(
        'Sign in to Xero',
      );
    expect(connection().errors).toEqual([]);
  });
});
