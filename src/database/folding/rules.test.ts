import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkpointOf } from '../../journey/checkpoint/checkpoint.ts';
import { DEFAULT_CALENDAR } from '../../journey/clock/working-time.ts';
import { FAILURE_SIGNS } from '../../journey/content/failure-signs.ts';
import { fold, inOrder } from '../../journey/fold.ts';
import { DEFAULT_THRESHOLDS, type StuckSettings } from '../../journey/stuck.ts';
import { CUSTOMER_ID, eventLists } from '../../journey/testing/arbitraries.ts';
import { snapshot } from '../snapshot.ts';
import { RULES } from './rules.ts';

const SETTINGS: StuckSettings = {
  calendar: DEFAULT_CALENDAR,
  thresholds: DEFAULT_THRESHOLDS,
  software: {
    gbol: { complexity: 'complex', onPremise: false },
    akxx: { complexity: 'simple', onPremise: true },
  },
};

const patternsAsText = (_: string, value: unknown): unknown =>
  value instanceof RegExp ? String(value) : value;

/**
 * What today’s rules make of many lists of events, as a short text. Generated texts touch few of the signs of
 * failures, which therefore count themselves.
 */
const fingerprint = (): string => {
  const hash = createHash('sha256').update(JSON.stringify(FAILURE_SIGNS, patternsAsText));
  for (const list of fc.sample(eventLists, { numRuns: 400, seed: 1 })) {
    const newest = inOrder(list).at(-1);
    if (!newest) continue;
    const state = fold(list);
    hash.update(JSON.stringify(checkpointOf(state, newest)));
    hash.update(JSON.stringify(snapshot(CUSTOMER_ID, state, SETTINGS)));
  }
  return hash.digest('hex').slice(0, 12);
};

it('the rules have the name of what they do, so that states folded by other rules are folded again', () => {
  expect(RULES, 'The rules changed. Write the new fingerprint into rules.ts.').toBe(fingerprint());
});
