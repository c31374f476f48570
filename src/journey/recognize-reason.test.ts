import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAILURE_REASONS, type FailureReason, REASONS } from './failure-reasons.ts';
import { recognizeReason } from './recognize-reason.ts';

type Row = [FailureReason, string | undefined, string];

/** Codat’s published wording. */
const PUBLISHED: Row[] = [
  ['cancelled', '403', 'User cancelled linking'],
  ['cancelled', '403', 'User cancelled.'],
  ['access_revoked', '401', 'The integration de-authorized access to the connection.'],
  ['unknown', '500', 'Unknown error occurred.'],
  ['unsupported', '501', 'Not supported.'],
];

/** Plausible messages of software and customers, without a status code. */
const TEXTS: [FailureReason, string][] = [
  ['cancelled', 'The authorization was canceled before it was complete'],
  ['access_revoked', 'The app’s access was revoked by the user in Connected Apps'],
  ['access_revoked', 'Xero: organisation disconnected by another administrator'],
  ['link_expired', 'This link has expired. Ask for a new one.'],
  ['link_expired', 'The invitation is expired'],
  ['link_expired', 'The code of this link was already used'],
  ['link_expired', 'One-time password is no longer valid'],
  ['not_administrator', 'Only a Primary Admin or Company Admin can connect an app'],
  ['not_administrator', 'You do not have the right permissions to authorise this application'],
  ['not_administrator', 'Need admin approval: Codat needs permission to access resources'],
  ['not_administrator', 'AADSTS65001: The user or administrator has not consented'],
  ['not_administrator', 'Your role may not install packages'],
  ['not_administrator', 'Your role lacks permission to log in through the API'],
  ['not_administrator', 'Insufficient privileges to complete the operation'],
  ['not_administrator', 'FreeAgent access level 7 is needed'],
  ['credentials_rejected', 'Invalid login attempt.'],
  ['credentials_rejected', 'Incorrect administrator password for the company file'],
  ['credentials_rejected', 'The company file password is incorrect'],
  ['credentials_rejected', 'invalid_grant'],
  ['credentials_rejected', 'Invalid token: consumer key mismatch'],
  ['credentials_rejected', 'Expired multi-factor authentication'],
  ['credentials_rejected', 'Two-factor code was not entered in time'],
  ['credentials_rejected', 'Your session expired, sign in again'],
  ['setup_incomplete', 'Token-based Authentication is not switched on for this account'],
  ['setup_incomplete', 'Bundle 391485 was not found in the account'],
  ['setup_incomplete', 'Server SuiteScript must be enabled'],
  ['setup_incomplete', 'The App Link extension is still being installed'],
  ['setup_incomplete', 'Web Services subscription missing, XL03000003'],
  ['setup_incomplete', 'The Web Services user is missing permissions: General Ledger'],
  ['setup_incomplete', 'Pending security policy changes have to be activated'],
  ['setup_incomplete', 'The required features are switched off'],
  ['connector_blocked', 'The connector did not answer'],
  ['connector_blocked', 'The installer needs Windows administrator rights'],
  ['connector_blocked', 'Port 443 is closed by a firewall'],
  ['connector_blocked', 'Quarantined by antivirus software'],
  ['connector_blocked', 'QuickBooks Desktop is offline'],
  ['wrong_entity', 'This organisation is already connected to another company'],
  ['wrong_entity', 'You signed in to a different company than before'],
  ['wrong_entity', 'Wrong subsidiary chosen'],
  ['unsupported', 'Trial companies can’t be connected: this is a trial'],
  ['unsupported', 'QuickBooks Self-Employed is not supported'],
  ['unsupported', 'This edition has no API'],
  ['software_error', 'Daily rate limit of the Xero API was reached'],
  ['software_error', 'Too many requests'],
  ['software_error', '502 Bad Gateway'],
  ['software_error', 'The service is temporarily unavailable'],
  ['software_error', 'The request to NetSuite timed out'],
  ['unknown', 'Auth pop-up blocked by your browser'],
  ['unknown', 'Accounting software billing expiry'],
  ['unknown', 'The subscription was cancelled'],
  ['unknown', 'Something went wrong'],
];

/** The code alone, when there is no text to go by. */
const CODES: [FailureReason, string | undefined][] = [
  ['unknown', '403'],
  ['credentials_rejected', '401'],
  ['unsupported', '501'],
  ['software_error', '429'],
  ['software_error', '502'],
  ['software_error', '503'],
  ['software_error', '504'],
  ['unknown', '500'],
  ['unknown', '404'],
  ['unknown', undefined],
];

/** What only the text and the code together tell. */
const TOGETHER: Row[] = [
  ['cancelled', '400', 'access_denied'],
  ['cancelled', '401', '{"error":"access_denied"}'],
  ['unknown', '400', 'Subscription period has ended or cancelled or there was a billing problem'],
  ['unknown', '400', 'A task was canceled.'],
  ['credentials_rejected', '400', 'AADSTS50076: you must use multi-factor authentication'],
  ['unknown', '403', 'Forbidden'],
  ['unknown', '403', 'AuthorizationFailed'],
  ['unknown', '403', 'Accès interdit'],
  ['unknown', '403', 'The request was successfully authenticated, but access is forbidden.'],
  ['not_administrator', '403', 'Vous n’avez pas les droits nécessaires'],
  ['not_administrator', '403', 'Sie haben keine Berechtigung'],
  ['credentials_rejected', '401', 'Benutzername oder Kennwort falsch'],
  ['unknown', '500', 'An error occurred. Please contact your administrator.'],
];

/** The same text of software on the customer’s computer, of software in the cloud, and of either. */
const BY_PLACE: [FailureReason, FailureReason, FailureReason, string][] = [
  ['connector_blocked', 'software_error', 'software_error', 'The request timed out'],
  ['connector_blocked', 'unknown', 'unknown', 'Could not start QuickBooks'],
  ['connector_blocked', 'unknown', 'connector_blocked', 'Please restart the connector'],
];

const EXAMPLES = Object.entries(REASONS).flatMap(([reason, entry]) =>
  'example' in entry ? [[reason, ...entry.example] as const] : [],
);

describe('the reason of a failure', () => {
  it.each(PUBLISHED)('is %s by Codat’s own %s "%s"', (reason, statusCode, text) => {
    expect(recognizeReason({ statusCode, text })).toBe(reason);
  });

  it.each(TEXTS)('is %s by "%s"', (reason, text) => {
    expect(recognizeReason({ text })).toBe(reason);
    expect(recognizeReason({ text: text.toUpperCase() })).toBe(reason);
  });

  it.each(CODES)('is %s by the code %s alone', (reason, statusCode) => {
    expect(recognizeReason({ statusCode, text: '' })).toBe(reason);
  });

  it.each(EXAMPLES)('is %s by its example, %s "%s"', (reason, statusCode, text) => {
    expect(recognizeReason({ statusCode, text })).toBe(reason);
  });

  it.each(TOGETHER)('is %s by the %s “%s” together', (reason, statusCode, text) => {
    expect(recognizeReason({ statusCode, text })).toBe(reason);
  });

  it.each(BY_PLACE)('is %s on premise, %s in the cloud, else %s by “%s”', (...row) => {
    const [onPremise, inCloud, somewhere, text] = row;
    const reasonIn = (software: string | null) => recognizeReason({ text, software });
    expect(reasonIn('pqsw')).toBe(onPremise);
    expect(reasonIn('gbol')).toBe(inCloud);
    expect([reasonIn(null), reasonIn('unheard-of')]).toEqual([somewhere, somewhere]);
  });

  it('is what Codat’s code says after a redirect, when no text matches', () => {
    const redirected = (statusCode: string, text = '') =>
      recognizeReason({ statusCode, text, redirected: true });
    expect(redirected('403')).toBe('cancelled');
    expect(redirected('501')).toBe('unsupported');
    expect(redirected('500')).toBe('unknown');
    expect(redirected('401')).toBe('unknown');
    expect(redirected('403', 'You need permission')).toBe('not_administrator');
  });

  it('is decided by the text, whatever the code', () => {
    for (const [reason, text] of TEXTS.filter(([expected]) => expected !== 'unknown'))
      for (const [, statusCode] of CODES)
        expect(recognizeReason({ statusCode, text })).toBe(reason);
  });

  it('has an example here, unless it is recognized by silence', () => {
    const shown = new Set([...PUBLISHED, ...TEXTS, ...EXAMPLES].map(([reason]) => reason));
    expect(FAILURE_REASONS.filter((reason) => !shown.has(reason))).toEqual(['abandoned']);
  });
});

describe('any text', () => {
  /** Prefixes of what the patterns look for, which make a careless pattern backtrack. */
  const PIECES = [
    'feature ',
    'features x ',
    'wrong ',
    'wrong company wrong a b c ',
    'subscription ',
    'cancel',
    'link has ',
    'password is ',
    'already been ',
    'a',
    ' ',
    '\n',
    'ß😀',
  ];
  const longText = fc
    .tuple(fc.constantFrom(...PIECES), fc.constantFrom(...PIECES), fc.string())
    .map(([piece, other, rest]) => (piece.repeat(5) + other).repeat(3000) + rest);
  const text = fc.oneof(fc.string({ unit: 'binary', size: 'large' }), longText);
  const statusCode = fc.option(fc.string(), { nil: undefined });

  it('of any length gives a reason within half a second', () => {
    fc.assert(
      fc.property(text, statusCode, (anyText, code) => {
        const start = performance.now();
        expect(FAILURE_REASONS).toContain(recognizeReason({ statusCode: code, text: anyText }));
        expect(performance.now() - start).toBeLessThan(500);
      }),
      { numRuns: 300 },
    );
  });
});
