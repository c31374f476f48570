import type { ErrorSettings } from '../simulated-errors.ts';

type Store = Pick<Storage, 'getItem' | 'setItem'>;

const SWITCHES = ['latency', 'chaos'] as const satisfies (keyof ErrorSettings)[];

const keyOf = (name: string): string => `unstuck.mock.${name}`;

/** Saves the settings in the URL, such as `/?latency=300&chaos=10`, until another URL changes them. */
export const saveSwitches = (search: string, storage: Store): void => {
  const given = new URLSearchParams(search);
  for (const name of SWITCHES) {
    const value = given.get(name);
    if (value !== null) storage.setItem(keyOf(name), value);
  }
};

/** The saved settings. A value that isn't a number counts as 0. */
export const readSwitches = (storage: Store): ErrorSettings => {
  const read = (name: string): number => Number(storage.getItem(keyOf(name))) || 0;
  return { latency: read('latency'), chaos: read('chaos') };
};
