import { useQuery } from '@tanstack/react-query';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import type { MetricAnswer } from '../../../api/metrics/routes.ts';
import { counted, formatNumber } from '../../../common/locale.ts';
import type { Rate } from '../../../journey/metrics/rate.ts';
import type { NextAction } from '../../../journey/next-action.ts';
import { UNKNOWN_SOFTWARE } from '../../../journey/software-entry.ts';
import type { Action } from '../../../journey/spells/actions.ts';
import { percent, percentRange } from '../figures/labels.ts';
import { fetchJson } from '../http.ts';
import { useSoftware } from '../useSoftware.tsx';

const AN_HOUR_MS = 3_600_000;

const actionOf = (next: NextAction | null): Action | null => {
  if (next?.kind === 'send') return next.template;
  if (next?.kind === 'call') return 'call';
  return next?.kind === 'raise' ? 'raised' : null;
};

/** As in “After this, 34 of 48 customers in this position moved on: 71%.” */
export const evidenceLabel = ({ rate, interval, count, of }: Rate): string => {
  const range = interval ? ` (95% confidence interval ${percentRange(interval)})` : '';
  const share = rate === null ? '' : `: ${percent(rate)}${range}`;
  return `After this, ${formatNumber(count)} of ${counted(of, 'customer', 'customers')} in this position moved on${share}.`;
};

/**
 * What became of other customers in a customer’s position where we took their next best action. Null if there are too
 * few, and until that is known. One request serves all customers, and is good for an hour.
 */
export const useEvidence = (
  { software, stuckReason }: CustomerRecord,
  next: NextAction | null,
): { moved: Rate; definition: string } | null => {
  const complexity = useSoftware(software)?.complexity ?? UNKNOWN_SOFTWARE.complexity;
  const action = actionOf(next);
  const { data } = useQuery<MetricAnswer<'evidence'>>({
    queryKey: ['metrics', 'evidence'],
    queryFn: async ({ signal }) => (await fetchJson('/api/metrics/evidence', { signal })).json,
    enabled: action !== null && stuckReason !== null,
    staleTime: AN_HOUR_MS,
    // A detail that may be missing: rows that appear later must not ask again.
    retryOnMount: false,
  });
  const found = data?.evidence.find(
    (one) =>
      one.action === action && one.stuckReason === stuckReason && one.complexity === complexity,
  );
  return data && found ? { moved: found.moved, definition: data.definition } : null;
};
