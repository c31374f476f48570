import type { SoftwareNumbers } from '../../api/metrics/software.ts';
import { formatNumber } from '../../common/locale.ts';
import { REASONS } from '../../journey/failure-reasons.ts';
import { hoursLabel } from '../shared/figures/labels.ts';
import { CountLink } from '../shared/metrics/CountLink.tsx';
import { customersOf } from '../shared/metrics/CustomersLink.tsx';
import { LinkedCounts, type LinkedShare, tooFewNote } from '../shared/metrics/LinkedShare.tsx';
import { useAttempted } from '../shared/metrics/useAttempted.ts';
import type { SoftwareOfPeriod } from '../shared/metrics/useFailedFirst.tsx';
import { useScopeOf } from '../shared/metrics/useScope.ts';

/** Why attempts failed for most customers; empty if none failed. */
export const topReasonOf = ({ topReason }: SoftwareNumbers): string =>
  topReason ? REASONS[topReason].label : '';

/** The estimated share of customers who don’t connect in time, how many haven’t so far, and by when half of all do. */
export const useNotConnected = ({ software, period }: SoftwareOfPeriod): LinkedShare => {
  const attempted = useAttempted(software.id, period);
  const { share, low, high, open, of, tooFew, medianHours, deleted } = software.notConnected;
  return {
    share,
    interval: low === null || high === null ? null : { low, high },
    counts: (
      <>
        <LinkedCounts
          counted={{ count: open, deleted: deleted.open, filter: attempted('not_connected') }}
          all={{ count: of, deleted: deleted.of, filter: attempted('started') }}
        />
        {of > 0 && ' so far'}
      </>
    ),
    note:
      medianHours === null
        ? tooFewNote({ of, tooFew })
        : `Half connect within ${hoursLabel(medianHours)}`,
  };
};

/** The customers with an attempt without activity for a week, of those with one that ended. */
export const useGaveUp = ({ software, period }: SoftwareOfPeriod): LinkedShare => {
  const attempted = useAttempted(software.id, period);
  const { rate, interval, count, of, tooFew, deleted } = software.gaveUp;
  return {
    share: tooFew ? null : rate,
    interval: tooFew ? null : interval,
    counts: (
      <LinkedCounts
        counted={{ count, deleted: deleted.count, filter: attempted('gave_up') }}
        all={{ count: of, deleted: deleted.of, filter: attempted('ended') }}
      />
    ),
    note: tooFewNote({ of, tooFew }),
  };
};

/** Attempts as plain counts: a rate of them would count those who try again and again more than others. */
export const attemptsText = ({ failed, authorized }: SoftwareNumbers): string =>
  `${formatNumber(failed)} of ${formatNumber(failed + authorized)}`;

/** How many customers are connecting it now, with a link to them. */
export const InProgress = ({
  software: { id, inProgress },
}: Pick<SoftwareOfPeriod, 'software'>) => {
  const scope = useScopeOf();
  const filter = { ...customersOf(scope), software: id, connected: false, closed: false };
  return <CountLink count={inProgress} filter={filter} />;
};
