/** Whether life goes on by itself in the sandbox: a person switches it on to see the desk move. */
export type SimulationSwitch = { isOn: () => boolean; turn: (on: boolean) => void };

/** Off at first. `start` sets life going, and returns what ends it. */
export const createSimulationSwitch = (start: () => () => void): SimulationSwitch => {
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
