import { expect, it } from 'vitest';
import { addHours } from '../../instant.ts';
import { noticeable } from './noticeable.ts';

const NOW = '2026-11-24T12:00:00.000Z';

it('software says how many customers must fail to notice an incident, and whether as many tried', () => {
  const outcomes = Array.from({ length: 100 }, (_, index) => ({
    ...{ customerId: `c-${index}`, failed: index % 10 === 0 },
    software: index === 98 ? 'rare' : 'used',
    at: addHours(NOW, (index - 100) * 10),
  }));
  expect(noticeable(outcomes, ['used', 'rare', 'new'], NOW)).toEqual([
    { software: 'used', needed: 4, enough: true },
    { software: 'rare', needed: 4, enough: false },
    { software: 'new', needed: 4, enough: false },
  ]);
  expect(noticeable([], ['used'], NOW)).toEqual([
    { software: 'used', needed: null, enough: false },
  ]);
});
