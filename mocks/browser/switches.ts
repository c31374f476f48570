import type { ErrorSettings } from '../simulated-errors.ts';

type Store = Pick<Storage, 'getItem' | 'setItem'>;

const SWITCHES = ['latency', 'chaos'] as const satisfies (keyof ErrorSettings)[];

const keyOf = (name: string): string => `unstuck.mock.${name}`;

/** Keeps what the address says, as in `/?latency=300&chaos=10`, until another address says otherwise. */
export const keepSwitches = (search: string, storage: Store): void => {
  const given = new URLSearchParams(search);
  for (const name of SWITCHES) {
    const value = given.get(name);
    if (value !== null) storage.setItem(keyOf(name), value);
  }
};

/** The switches as they are kept; what is no number counts as none. */
export const readSwitches = (storage: Store): ErrorSettings => {
  const read = (name: string): number => Number(storage.getItem(keyOf(name))) || 0;
  return { latency: read('latency'), chaos: read('chaos') };
};
