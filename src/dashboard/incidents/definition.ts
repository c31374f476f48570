/** What an incident is, and how its customers are counted, for people who read the list. */
export const DEFINITION =
  'An incident is software that fails for clearly more customers than usual. ' +
  'Usual is its share in the 28 days that ended a week before, shrunk by ten customers towards all software, so that new software has a usual share too. ' +
  'Each customer’s first failure or approval within 24 hours counts once, no matter who caused it. ' +
  'A cumulative sum (CUSUM) weighs whether it fails as often as usual or at four times the odds. ' +
  'An incident is found once the sum reaches the logarithm of twice the customers a week over all software, with at least three customers who failed. It starts when the sum left 0. ' +
  'It is over when the sum is 0 again, or nobody has failed for a week. In simulations, false warnings came at most once in four weeks. ' +
  'Its numbers: customers who failed since it started, of those who failed or were approved, with a 95% Wilson interval. ' +
  'Customers closed as a duplicate or not our customer are left out.';
