import { expect, it } from 'vitest';
import { keepSwitches, readSwitches } from './switches.ts';

const emptyStorage = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
};

it('are off until the address sets them, and stay until another one says otherwise', () => {
  const storage = emptyStorage();
  expect(readSwitches(storage)).toEqual({ latency: 0, chaos: 0 });
  keepSwitches('?latency=300&chaos=12.5', storage);
  expect(readSwitches(storage)).toEqual({ latency: 300, chaos: 12.5 });
  keepSwitches('?page=2', storage);
  keepSwitches('?chaos=0', storage);
  expect(readSwitches(storage)).toEqual({ latency: 300, chaos: 0 });
});

it('are off where the address holds no number', () => {
  const storage = emptyStorage();
  keepSwitches('?latency=slow&chaos=', storage);
  expect(readSwitches(storage)).toEqual({ latency: 0, chaos: 0 });
});
