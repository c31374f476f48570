/** How long an answer is given again. */
const KEPT_MS = 60_000;

type Answer<T> = { until: number; value: Promise<T> };

/** Gives an answer again to the same question for a minute, counted by `now` in milliseconds since 1970. */
export const remember = <T>(now: () => number) => {
  const answers = new Map<string, Answer<T>>();
  return (question: string, compute: () => Promise<T>): Promise<T> => {
    for (const [old, { until }] of answers) if (until <= now()) answers.delete(old);
    const known = answers.get(question);
    if (known) return known.value;
    const value = compute();
    answers.set(question, { until: now() + KEPT_MS, value });
    value.catch(() => answers.delete(question));
    return value;
  };
};
