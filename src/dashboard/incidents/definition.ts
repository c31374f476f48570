/** What an incident is, and how its customers are counted, for people who read the list. */
export const DEFINITION =
  'Each customer’s first failure or approval within 24 hours counts once, no matter who caused it. ' +
  'By software, a cumulative sum of log-likelihood ratios (CUSUM) weighs whether it fails as often as in the 28 days that ended a week before, or at four times the odds. ' +
  'What is usual is shrunk by ten customers towards all software, so that new software has a usual rate too. ' +
  'An incident starts when the sum leaves 0. It is found once the sum reaches the logarithm of twice the customers a week over all software, with at least three customers who failed. ' +
  'It is over when the sum is 0 again, or nobody has failed for a week. False warnings come at most once in four weeks. ' +
  'Counted are the customers who failed since it started, of those who failed or were approved, with a 95% Wilson interval. ' +
  'Customers closed as a duplicate or not our customer are left out.';
