/** Whether life goes on by itself in the sandbox: a person switches it on to see the desk move. */
export type LiveSwitch = { isOn: () => boolean; turn: (on: boolean) => void };

/** Off at first. `start` sets life going, and returns what ends it. */
export const createLiveSwitch = (start: () => () => void): LiveSwitch => {
  let end: (() => void) | null = null;
  return {
    isOn: () => end !== null,
    turn: (on) => {
      if (on === (end !== null)) return;
      end?.();
      end = on ? start() : null;
    },
  };
};
