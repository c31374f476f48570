import { expect, it } from 'vitest';
import { INTEGRATIONS } from '../integrations.ts';
import { lookOf, SOFTWARE_LOOKS, secondLineOf } from './software-look.ts';

it('every software has a look of its own, and no two tiles read the same', () => {
  expect(Object.keys(SOFTWARE_LOOKS).sort()).toEqual(INTEGRATIONS.map(({ key }) => key).sort());
  const read = INTEGRATIONS.map((one) => `${one.name} ${secondLineOf(one)}`);
  expect(new Set(read).size).toBe(INTEGRATIONS.length);
  for (const integration of INTEGRATIONS) expect(lookOf(integration).letters).not.toBe('?');
});
