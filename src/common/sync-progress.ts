export type Progress = {
  /** How much is read, from 0 to 100; null where that can't be known. */
  percent: number | null;
  /** Companies read in a second, on average; null before the first ones. */
  rate: number | null;
  /** Milliseconds until all are read at this rate; null where that can't be known. */
  remaining: number | null;
};

type Reading = {
  kind: 'full' | 'changes';
  startedAt: string;
  companies: number;
  totalCompanies: number | null;
};

/** How far a sync is at a moment, in milliseconds. One that looks for changes stops wherever there are no more. */
export const progressOf = (sync: Reading, now: number): Progress => {
  const { kind, startedAt, companies, totalCompanies } = sync;
  const elapsed = now - Date.parse(startedAt);
  const rate = companies > 0 && elapsed > 0 ? (companies / elapsed) * 1000 : null;
  if (kind === 'changes' || !totalCompanies) return { percent: null, rate, remaining: null };
  const left = Math.max(0, totalCompanies - companies);
  return {
    percent: Math.min(100, (companies / totalCompanies) * 100),
    rate,
    remaining: rate && (left / rate) * 1000,
  };
};
