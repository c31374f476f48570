import { NOT_THEIRS } from '../../journey/failure-reasons.ts';
import { CountLink } from '../shared/metrics/CountLink.tsx';
import { useAttempted } from '../shared/metrics/useAttempted.ts';
import type { SoftwareOfPeriod } from '../shared/metrics/useFailedFirst.tsx';

/** The customers with a failure that is ours, Codat’s or the vendor’s. */
export const NotTheirs = ({ software: { id, notTheirs }, period }: SoftwareOfPeriod) => {
  const attempted = useAttempted(id, period);
  return (
    <CountLink
      count={notTheirs.count}
      deleted={notTheirs.deleted}
      filter={attempted('failed', [...NOT_THEIRS])}
    />
  );
};
