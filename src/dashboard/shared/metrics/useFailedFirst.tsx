import type { SoftwareNumbers } from '../../../api/metrics/software.ts';
import type { Period } from '../../../journey/metrics/period.ts';
import { rate } from '../../../journey/metrics/rate.ts';
import { LinkedCounts, type LinkedShare, tooFewNote } from './LinkedShare.tsx';
import { useAttempted } from './useAttempted.ts';

/** An app’s numbers of a period. */
export type SoftwareOfPeriod = { software: SoftwareNumbers; period: Period };

/** The customers whose first attempt with an app failed, of those whose first attempt ended. */
export const useFailedFirst = ({ software, period }: SoftwareOfPeriod): LinkedShare => {
  const attempted = useAttempted(software.id, period);
  const { failedFirst, of, deleted } = software.customers;
  const { rate: share, interval, tooFew } = rate(failedFirst, of);
  return {
    share: tooFew ? null : share,
    interval: tooFew ? null : interval,
    counts: (
      <LinkedCounts
        counted={{
          ...{ count: failedFirst, deleted: deleted.failedFirst },
          filter: attempted('failed_first'),
        }}
        all={{ count: of, deleted: deleted.of, filter: attempted('ended_first') }}
      />
    ),
    note: tooFewNote({ of, tooFew }),
  };
};
