import { expect, it } from 'vitest';
import { INTEGRATIONS } from '../integrations.ts';
import { lookOf, SOFTWARE_LOOKS, secondLineOf } from './software-look.ts';

it('no two tiles of software read the same', () => {
  expect([...SOFTWARE_LOOKS.keys()].sort()).toEqual(INTEGRATIONS.map(({ key }) => key).sort());
  const read = INTEGRATIONS.map((one) => `${one.name} ${secondLineOf(one)}`);
  expect(new Set(read).size).toBe(INTEGRATIONS.length);
  for (const integration of INTEGRATIONS) expect(lookOf(integration).letters).not.toBe('?');
});
