/** Starts and pauses the simulation, in which customers move by themselves. */
export type SimulationSwitch = { isOn: () => boolean; turn: (on: boolean) => void };

/** Off at first. `start` starts the simulation and returns a function that stops it. */
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
