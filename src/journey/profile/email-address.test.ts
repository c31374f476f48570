import { describe, expect, it } from 'vitest';
import { isEmailAddress, readMailbox } from './email-address.ts';

describe('an email address', () => {
  it.each([
    'kofi@acme.example',
    'r&d@acme.example',
    "o'neil@acme.example",
    'kofi.osei+codat@mail.acme.co.example',
    'sales/support@acme.example',
    '#finance!@acme.example',
    'a=b?c^d`{e|f}~$%*@acme.example',
    '-_-@acme.example',
    '_@1.example',
    'KOFI@ACME.EXAMPLE',
    'k@a-b.example',
    'kofi@xn--mller-kva.example',
    'kofi@acme.xn--p1ai',
    'kofi@müller.example',
    'zoë@acme.example',
    'यूनिकोड@उदाहरण.भारत',
    `${'k'.repeat(64)}@acme.example`,
  ])('can be %s', (text) => {
    expect(isEmailAddress(text)).toBe(true);
  });

  it.each([
    '',
    'kofi',
    '@acme.example',
    'kofi@',
    'kofi@acme',
    'kofi@@acme.example',
    'kofi@osei@acme.example',
    '.kofi@acme.example',
    'kofi.@acme.example',
    'ko..fi@acme.example',
    'ko fi@acme.example',
    'kofi@acme..example',
    'kofi@.acme.example',
    'kofi@-acme.example',
    'kofi@acme-.example',
    'kofi@acme.e',
    'kofi@acme.123',
    'kofi@127.0.0.1',
    'kofi@acme_ltd.example',
    'kofi@acme.example.',
    'kofi,ama@acme.example',
    'kofi@acme.example, ama@acme.example',
    'kofi@acme.example;ama@acme.example',
    '<kofi@acme.example>',
    'kofi@acme.example\nBcc: ama@acme.example',
    `${'k'.repeat(65)}@acme.example`,
    `kofi@${'a'.repeat(64)}.example`,
  ])('cannot be %j', (text) => {
    expect(isEmailAddress(text)).toBe(false);
  });

  it('is checked in no time, however long the text', () => {
    const start = performance.now();
    expect(isEmailAddress(`${'a.'.repeat(50_000)}@${'a-'.repeat(50_000)}`)).toBe(false);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('a copied email address', () => {
  it.each([
    ['kofi@acme.example', null],
    [' kofi@acme.example ', null],
    ['kofi@acme.example;', null],
    ['mailto:kofi@acme.example', null],
    ['MAILTO:kofi@acme.example?subject=Hello%20Kofi', null],
    ['<kofi@acme.example>', null],
    ['<mailto:kofi@acme.example>', null],
    ['kofi@acme.example <kofi@acme.example>', null],
    ['kofi@acme.example<mailto:kofi@acme.example>', null],
    ['Kofi Osei <kofi@acme.example>', 'Kofi Osei'],
    ['Kofi Osei <kofi@acme.example>,', 'Kofi Osei'],
    ['"Osei, Kofi" <kofi@acme.example>', 'Osei, Kofi'],
    ["'Kofi Osei' <mailto:kofi@acme.example>", 'Kofi Osei'],
    ['Kofi Osei [mailto:kofi@acme.example]', 'Kofi Osei'],
    ['\u202akofi@acme.example\u202c', null],
    ['kofi@acme.example\u200b', null],
  ])('is read from %j, with the name %j', (text, name) => {
    expect(readMailbox(text)).toEqual({ name, address: 'kofi@acme.example' });
  });

  it('is decoded after mailto:', () => {
    expect(readMailbox('mailto:r%26d@acme.example').address).toBe('r&d@acme.example');
    expect(readMailbox('mailto:50%@acme.example').address).toBe('50%@acme.example');
  });

  it.each(['Kofi', 'a@b.example, c@d.example', 'Kofi <a@b.example> <c@d.example>'])(
    'is left alone in %j',
    (text) => {
      expect(readMailbox(text)).toEqual({ name: null, address: text });
    },
  );
});
