/** Beyond this, the p value is 0 but for rounding. */
const FAR = 8.5;

/**
 * The two-sided p value of a standard normal z: 1 − 2φ(z)(z + z³/3 + z⁵/(3·5) + z⁷/(3·5·7) + …), exact to about 10⁻¹⁵.
 * Source: G. Marsaglia, “Evaluating the normal distribution”, Journal of Statistical Software 11 (2004).
 */
export const twoSidedP = (z: number): number => {
  const x = Math.min(Math.abs(z), FAR);
  let term = x;
  let sum = 0;
  for (let odd = 3; sum + term > sum; odd += 2) {
    sum += term;
    term *= x ** 2 / odd;
  }
  const density = Math.exp(-(x ** 2) / 2) / Math.sqrt(2 * Math.PI);
  return Math.max(0, 1 - 2 * density * sum);
};
