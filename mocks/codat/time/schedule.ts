import { type Instant, toInstant } from '../../../src/journey/instant.ts';

type Task = { due: Instant; run: () => void | Promise<void> };

/** A waiting task. Its `due` changes when waiting times are stretched or shortened. */
export type Waiting = Readonly<Pick<Task, 'due'>>;

/** The index of the first task, in order, that is due after `due`; the number of tasks if there is none. */
const firstAfter = (tasks: readonly Task[], due: Instant): number => {
  let [low, high] = [0, tasks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tasks[middle]?.due ?? due) > due) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** Tasks to run later. Has no clock: its host supplies the time. */
export const createSchedule = () => {
  const tasks: Task[] = [];
  return {
    /** Adds a task after those due at the same time or earlier. */
    at: (due: Instant, run: Task['run']): Waiting => {
      const task = { due, run };
      tasks.splice(firstAfter(tasks, due), 0, task);
      return task;
    },
    /** When the next task is due; null if there is none. */
    next: (): Instant | null => tasks[0]?.due ?? null,
    /** Runs the tasks due by `now` in order, including due tasks that they add. */
    runUntil: async (now: Instant, onDue: (due: Instant) => void = () => {}): Promise<void> => {
      for (let task = tasks[0]; task && task.due <= now; task = tasks[0]) {
        tasks.shift();
        onDue(task.due);
        await task.run();
      }
    },
    /** Multiplies each task's remaining wait, counted from `now`. Keeps their order. */
    stretch: (now: Instant, factor: number): void => {
      const from = Date.parse(now);
      for (const task of tasks)
        if (task.due > now) task.due = toInstant(from + (Date.parse(task.due) - from) * factor);
    },
  };
};

export type Schedule = ReturnType<typeof createSchedule>;
