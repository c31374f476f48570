import { expect, it } from 'vitest';
import { readSwitches, saveSwitches } from './switches.ts';

const emptyStorage = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
};

it('error settings are off until a URL sets them, and stay until another URL changes them', () => {
  const storage = emptyStorage();
  expect(readSwitches(storage)).toEqual({ latency: 0, chaos: 0 });
  saveSwitches('?latency=300&chaos=12.5', storage);
  expect(readSwitches(storage)).toEqual({ latency: 300, chaos: 12.5 });
  saveSwitches('?page=2', storage);
  saveSwitches('?chaos=0', storage);
  expect(readSwitches(storage)).toEqual({ latency: 300, chaos: 0 });
});

it('error settings are off where the URL has no number', () => {
  const storage = emptyStorage();
  saveSwitches('?latency=slow&chaos=', storage);
  expect(readSwitches(storage)).toEqual({ latency: 0, chaos: 0 });
});
