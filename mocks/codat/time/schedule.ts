import { type Instant, toInstant } from '../../../src/journey/instant.ts';

type Task = { due: Instant; run: () => void | Promise<void> };

/** A task that waits; its `due` follows when waiting times are shortened. */
export type Waiting = Readonly<Pick<Task, 'due'>>;

/** The first of the tasks, which are in order, that is due later; their number when none is. */
const firstAfter = (tasks: readonly Task[], due: Instant): number => {
  let [low, high] = [0, tasks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tasks[middle]?.due ?? due) > due) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** What is to happen later. It has no clock of its own: its host says what time it is. */
export const createSchedule = () => {
  const tasks: Task[] = [];
  return {
    /** Puts a task behind those that are due at the same moment or before. */
    at: (due: Instant, run: Task['run']): Waiting => {
      const task = { due, run };
      tasks.splice(firstAfter(tasks, due), 0, task);
      return task;
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
    /** Multiplies what each task still has to wait, seen from `now`. Their order stays. */
    stretch: (now: Instant, factor: number): void => {
      const from = Date.parse(now);
      for (const task of tasks)
        if (task.due > now) task.due = toInstant(from + (Date.parse(task.due) - from) * factor);
    },
  };
};

export type Schedule = ReturnType<typeof createSchedule>;
