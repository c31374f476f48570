import type { Instant } from '../../src/journey/instant.ts';

type Task = { due: Instant; run: () => void | Promise<void> };

/** What is to happen later. It has no clock of its own: its host says what time it is. */
export const createSchedule = () => {
  const tasks: Task[] = [];
  return {
    /** Puts a task behind those that are due at the same moment or before. */
    at: (due: Instant, run: Task['run']): void => {
      const behind = tasks.findIndex((task) => task.due > due);
      tasks.splice(behind < 0 ? tasks.length : behind, 0, { due, run });
    },
    /** When the next task is due; null when there is none. */
    next: (): Instant | null => tasks[0]?.due ?? null,
    /** Runs what is due by then, in order; tasks that these add and that are due too are run as well. */
    runUntil: async (now: Instant, onDue: (due: Instant) => void = () => {}): Promise<void> => {
      for (let task = tasks[0]; task && task.due <= now; task = tasks[0]) {
        tasks.shift();
        onDue(task.due);
        await task.run();
      }
    },
  };
};

export type Schedule = ReturnType<typeof createSchedule>;
