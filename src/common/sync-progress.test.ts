import { describe, expect, it } from 'vitest';
import { progressOf } from './sync-progress.ts';

const START = '2026-03-10T12:00:00.000Z';
const second = (seconds: number) => Date.parse(START) + seconds * 1000;
const sync = { kind: 'full', startedAt: START, companies: 500, totalCompanies: 2000 } as const;

describe('the progress of a sync', () => {
  it('follows from the companies read and the time that took', () => {
    expect(progressOf(sync, second(10))).toEqual({ percent: 25, rate: 50, remaining: 30_000 });
  });

  it('is unknown before the first page', () => {
    const unread = { ...sync, companies: 0, totalCompanies: null };
    expect(progressOf(unread, second(10))).toEqual({ percent: null, rate: null, remaining: null });
    const first = { ...sync, companies: 0 };
    expect(progressOf(first, second(10))).toEqual({ percent: 0, rate: null, remaining: null });
  });

  it('is unknown for a sync of changes, which may end on any page', () => {
    const changes = { ...sync, kind: 'changes' as const };
    expect(progressOf(changes, second(10))).toEqual({ percent: null, rate: 50, remaining: null });
  });

  it('stays at 100 when companies are added during the sync', () => {
    const grown = { ...sync, companies: 2100 };
    expect(progressOf(grown, second(10))).toMatchObject({ percent: 100, remaining: 0 });
  });

  it('has no rate when the clock runs behind the server’s', () => {
    expect(progressOf(sync, second(-5)).rate).toBeNull();
  });

  it('has no percentage when Codat has no companies', () => {
    const none = { ...sync, companies: 0, totalCompanies: 0 };
    expect(progressOf(none, second(10)).percent).toBeNull();
  });
});
