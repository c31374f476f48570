import type { CurveAnswer, CurveDay } from '../../api/metrics/curve.ts';

type Share = { share: number; low: number; high: number };

/** One day of both curves. Null where a curve has ended, or has too few customers to be drawn. */
export type CurvePoint = {
  day: number;
  now: Share | null;
  before: Share | null;
  atRisk: number | null;
  atRiskBefore: number | null;
};

const shareOf = (of: CurveDay | undefined): Share | null => {
  if (!of || of.share === null || of.low === null || of.high === null) return null;
  return { share: of.share, low: of.low, high: of.high };
};

/** Both curves by day. */
export const pointsOf = ({ days, previous }: CurveAnswer): CurvePoint[] =>
  days.map((day, index) => ({
    day: day.day,
    now: shareOf(day),
    before: shareOf(previous[index]),
    atRisk: day.atRisk,
    atRiskBefore: previous[index]?.atRisk ?? null,
  }));
