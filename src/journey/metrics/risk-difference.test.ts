import { describe, expect, it } from 'vitest';
import { Z_95 } from './rate.ts';
import { riskDifference, type Stratum } from './risk-difference.ts';

const stratum = (a: number, n1: number, b: number, n0: number): Stratum => ({
  treated: { count: a, of: n1 },
  untreated: { count: b, of: n0 },
});

describe('the Mantel-Haenszel risk difference', () => {
  it('is as published for the deaths under tolbutamide and under placebo, by age', () => {
    // Rothman, Greenland and Lash, “Modern epidemiology”, 3rd edition (2008), table 15-1, with a 90% interval. To four
    // digits by R’s metafor:
    // https://www.metafor-project.org/doku.php/analyses:rothman2008
    const found = riskDifference([stratum(8, 106, 5, 120), stratum(22, 98, 16, 85)]);
    expect(found?.difference).toBeCloseTo(0.0349, 4);
    const to90 = 1.644854 / Z_95;
    const reach = ((found?.high ?? 0) - (found?.low ?? 0)) / 2;
    expect((found?.difference ?? 0) - to90 * reach).toBeCloseTo(-0.0176, 3);
    expect((found?.difference ?? 0) + to90 * reach).toBeCloseTo(0.0874, 3);
  });

  it('is the plain difference of two shares in a single stratum', () => {
    expect(riskDifference([stratum(34, 48, 20, 50)])?.difference).toBeCloseTo(
      34 / 48 - 20 / 50,
      12,
    );
  });

  it('changes sign when the groups change places', () => {
    const strata = [stratum(8, 106, 5, 120), stratum(22, 98, 16, 85), stratum(1, 3, 2, 40)];
    const swapped = strata.map(({ treated, untreated }) => ({
      treated: untreated,
      untreated: treated,
    }));
    const [found, mirrored] = [riskDifference(strata), riskDifference(swapped)];
    expect(mirrored?.difference).toBeCloseTo(-(found?.difference ?? 0), 12);
    expect(mirrored?.low).toBeCloseTo(-(found?.high ?? 0), 12);
  });

  it('leaves out strata in which everybody or nobody was treated, and is null if all are such', () => {
    const one = stratum(8, 20, 5, 20);
    expect(riskDifference([one, stratum(9, 9, 0, 0), stratum(0, 0, 7, 70)])).toEqual(
      riskDifference([one]),
    );
    expect(riskDifference([stratum(9, 9, 0, 0)])).toBeNull();
    expect(riskDifference([])).toBeNull();
  });
});
