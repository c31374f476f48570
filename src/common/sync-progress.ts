export type Progress = {
  /** Share of companies read, from 0 to 100. Null when unknown. */
  percent: number | null;
  /** Average number of companies read per second. Null before the first page. */
  rate: number | null;
  /** Milliseconds until all companies are read at this rate. Null when unknown. */
  remaining: number | null;
};

type Reading = {
  kind: 'full' | 'changes';
  startedAt: string;
  companies: number;
  totalCompanies: number | null;
};

/**
 * The progress of a sync at `now`, in milliseconds since 1970. A sync for changes may end on any page, so its percentage
 * and remaining time are unknown.
 */
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
