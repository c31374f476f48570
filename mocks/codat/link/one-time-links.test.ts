import { beforeEach, describe, expect, it } from 'vitest';
import { addHours } from '../../../src/journey/instant.ts';
import { createOneTimeLinks, type OneTimeLinks } from './one-time-links.ts';

const START = '2026-03-10T12:00:00.000Z';
const clock = { now: START };
let links: OneTimeLinks;

const open = () =>
  createOneTimeLinks({
    publicUrl: 'https://codat.test/sandbox/',
    now: () => clock.now,
    newId: () => crypto.randomUUID(),
  });

const passwordOf = (url: string): string => new URL(url).searchParams.get('otp') ?? '';

beforeEach(() => {
  clock.now = START;
  links = open();
});

describe('a Link URL', () => {
  it('is below the public URL, whatever the ID contains', () => {
    expect(new URL(links.company('a/b ?')).pathname).toBe('/sandbox/link/company/a%2Fb%20%3F');
    expect(new URL(links.connection('c')).pathname).toBe('/sandbox/link/connections/c/start');
  });

  it('has a new password each time', () => {
    const urls = Array.from({ length: 1000 }, () => links.company('a'));
    expect(new Set(urls).size).toBe(1000);
  });
});

describe('a one-time password', () => {
  it('is accepted once', () => {
    const password = passwordOf(links.company('a'));
    expect(links.redeem('company', 'a', password)).toBe('accepted');
    expect(links.redeem('company', 'a', password)).toBe('used');
    expect(links.redeem('company', 'a', passwordOf(links.company('a')))).toBe('accepted');
  });

  it('is valid for a day, to the millisecond', () => {
    const [first, second] = [passwordOf(links.company('a')), passwordOf(links.company('a'))];
    clock.now = addHours(START, 24);
    expect(links.redeem('company', 'a', first)).toBe('accepted');
    clock.now = '2026-03-11T12:00:00.001Z';
    expect(links.redeem('company', 'a', second)).toBe('expired');
  });

  it('is still rejected after its use is forgotten', () => {
    const password = passwordOf(links.company('a'));
    links.redeem('company', 'a', password);
    clock.now = addHours(START, 23);
    expect(links.redeem('company', 'a', password)).toBe('used');
    clock.now = addHours(START, 49);
    expect(links.redeem('company', 'a', password)).toBe('expired');
  });

  it('is valid for one company or connection only', () => {
    const password = passwordOf(links.company('a'));
    expect(links.redeem('company', 'b', password)).toBe('unknown');
    expect(links.redeem('connection', 'a', password)).toBe('unknown');
    expect(links.redeem('company', 'a', password)).toBe('accepted');
  });

  it('can’t be forged or extended', () => {
    const [time, number, signature] = passwordOf(links.company('a')).split('.');
    const later = Date.parse(addHours(START, 48)).toString(36);
    clock.now = addHours(START, 48);
    for (const password of [
      '',
      '.',
      '..',
      'x',
      `${later}.${number}.${signature}`,
      `${time}.${number}.`,
    ])
      expect(links.redeem('company', 'a', password)).toBe('unknown');
  });

  it('from another process is unknown', () => {
    expect(links.redeem('company', 'a', passwordOf(open().company('a')))).toBe('unknown');
  });
});
