import { describe, expect, it } from 'vitest';
import { concerns } from './concerns.ts';

const anyList = ['customers', 'getList', { filter: { stuck: true } }];
const customerA = ['customers', 'getOne', { id: 'a' }];
const customersAAndB = ['customers', 'getMany', { ids: ['a', 'b'] }];
const eventsOfA = ['events', 'getList', { filter: { customerId: 'a' } }];
const presenceOfAAndB = ['presence', 'getList', { filter: { customerId: ['a', 'b'] } }];

describe('a change', () => {
  it.each([
    ['concerns lists of its resource', ['customers'], undefined, anyList, true],
    ['concerns no other resource', ['customers'], undefined, eventsOfA, false],
    ['concerns everything when anything may have changed', ['*'], undefined, eventsOfA, true],
    ['concerns a query without parameters', ['*'], undefined, ['sign-in-options'], true],
    ['concerns the customer’s own record', ['customers'], 'a', customerA, true],
    ['concerns no other customer’s record', ['customers'], 'b', customerA, false],
    ['concerns one of several records', ['customers'], 'b', customersAAndB, true],
    ['concerns no others’ records', ['customers'], 'c', customersAAndB, false],
    ['concerns what belongs to the customer', ['events'], 'a', eventsOfA, true],
    ['concerns nothing that belongs to another customer', ['events'], 'b', eventsOfA, false],
    ['concerns what belongs to one of several customers', ['presence'], 'a', presenceOfAAndB, true],
    ['concerns nothing that belongs to others', ['presence'], 'c', presenceOfAAndB, false],
    ['concerns lists that any customer may be in', ['customers'], 'b', anyList, true],
  ])('%s', (_, resources, customerId, key, expected) => {
    expect(concerns({ resources, ...(customerId && { customerId }) }, key)).toBe(expected);
  });
});
