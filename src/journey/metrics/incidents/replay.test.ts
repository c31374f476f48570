import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addHours } from '../../instant.ts';
import type { Outcome } from './outcomes.ts';
import { replay } from './replay.ts';

const NOW = '2026-11-24T12:00:00.000Z';
const XERO = 'gbol';

const outcome = (customerId: string, hoursAgo: number, failed: boolean, software = XERO) => ({
  ...{ software, customerId, failed },
  at: addHours(NOW, -hoursAgo),
});

const several = (count: number, make: (index: number) => Outcome): Outcome[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** 100 customers of the weeks before: one in ten fails. The last five are approved. */
const usually = () =>
  several(100, (index) => outcome(`before-${index}`, 1450 - index * 10, index % 10 === 4));

const inOrder = (outcomes: Outcome[]) => outcomes.sort((a, b) => (a.at < b.at ? -1 : 1));
const find = (...outcomes: Outcome[]) => replay(inOrder([...usually(), ...outcomes]), NOW);

describe('an incident', () => {
  it('is found when customers who are usually approved fail one after the other', () => {
    const [incident, ...others] = find(
      ...several(6, (index) => outcome(`now-${index}`, 12 - index, true)),
    );
    expect(others).toEqual([]);
    expect(incident).toMatchObject({
      ...{ software: XERO, startedAt: addHours(NOW, -12), endedAt: null },
      usual: { own: { failed: 4, of: 39 } },
    });
    expect(incident?.detectedAt).toBe(addHours(NOW, -9));
  });

  it('is not one customer who tries thirty times', () => {
    expect(find(...several(30, (index) => outcome('stubborn', 20 - index / 2, true)))).toEqual([]);
    const daily = several(30, (index) => outcome('stubborn', 720 - index * 24, true));
    expect(find(...daily)).toEqual([]);
  });

  it('is not two customers who try every other day', () => {
    const both = several(20, (index) => outcome(`both-${index % 2}`, 250 - index * 12.5, true));
    expect(find(...both)).toEqual([]);
  });

  it('is found for new software if six of its first six customers fail', () => {
    const found = find(...several(6, (index) => outcome(`new-${index}`, 30 - index, true, 'new')));
    expect(found).toMatchObject([{ software: 'new', usual: { own: { failed: 0, of: 0 } } }]);
  });

  it('is not found before anything is usual', () => {
    const failing = several(19, (index) => outcome(`early-${index}`, 30 - index, true));
    expect(replay(inOrder(failing), NOW)).toEqual([]);
  });

  it('is over when as many are approved as say that nothing is unusual any more', () => {
    const failing = several(6, (index) => outcome(`down-${index}`, 100 - index, true));
    const working = several(20, (index) => outcome(`up-${index}`, 90 - index, false));
    const [incident] = find(...failing, ...working);
    expect(incident?.endedAt).toBe(addHours(NOW, -77));
    expect(find(...failing, ...working.slice(0, 13))).toMatchObject([{ endedAt: null }]);
  });

  it('is over when nobody has failed for a week, and found again if they then do', () => {
    const failing = several(6, (index) => outcome(`down-${index}`, 400 - index, true));
    const again = several(6, (index) => outcome(`again-${index}`, 12 - index, true));
    expect(find(...failing)).toMatchObject([{ endedAt: addHours(NOW, -395 + 168) }]);
    expect(find(...failing, ...again)).toMatchObject([
      { startedAt: addHours(NOW, -400), endedAt: addHours(NOW, -395 + 168) },
      { startedAt: addHours(NOW, -12), endedAt: null },
    ]);
  });

  it('found late is the one that had been found at once', () => {
    const any = fc.record({
      customer: fc.nat(40),
      hoursAgo: fc.integer({ min: 0, max: 440 }),
      failed: fc.boolean(),
      software: fc.constantFrom(XERO, 'new'),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 60 }), fc.nat(400), (list, lateness) => {
        const all = inOrder([
          ...usually(),
          ...list.map((one) =>
            outcome(`c-${one.customer}`, one.hoursAgo, one.failed, one.software),
          ),
        ]);
        const early = addHours(NOW, -lateness);
        const late = new Map(
          replay(all, NOW).map((one) => [`${one.software} ${one.detectedAt}`, one]),
        );
        for (const one of replay(all, early)) {
          const later = late.get(`${one.software} ${one.detectedAt}`);
          expect({ ...later, endedAt: one.endedAt ?? later?.endedAt }).toEqual({
            ...one,
            endedAt: one.endedAt ?? later?.endedAt,
          });
        }
      }),
      { seed: 8, numRuns: 200 },
    );
  });
});
