import { describe, expect, it } from 'vitest';
import { concerns } from './concerns.ts';

const anyList = ['customers', 'getList', { filter: { stuck: true } }];
const customerA = ['customers', 'getOne', { id: 'a' }];
const eventsOfA = ['events', 'getList', { filter: { customerId: 'a' } }];

describe('a change concerns', () => {
  it.each([
    ['lists of its resource', ['customers'], undefined, anyList, true],
    ['no other resource', ['customers'], undefined, eventsOfA, false],
    ['everything, when anything may have changed', ['*'], undefined, eventsOfA, true],
    ['what has no parameters', ['*'], undefined, ['sign-in-options'], true],
    ['the customer’s own record', ['customers'], 'a', customerA, true],
    ['no other customer’s record', ['customers'], 'b', customerA, false],
    ['what belongs to the customer', ['events'], 'a', eventsOfA, true],
    ['nothing that belongs to another', ['events'], 'b', eventsOfA, false],
    ['lists that any customer may be in', ['customers'], 'b', anyList, true],
  ])('%s', (_, resources, customerId, key, expected) => {
    expect(concerns({ resources, ...(customerId && { customerId }) }, key)).toBe(expected);
  });
});
