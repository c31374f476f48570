import { Typography } from '@mui/material';
import { formatNumber } from '../../common/locale.ts';
import { counted } from '../shared/format/counted.ts';
import { CountLink } from '../shared/metrics/CountLink.tsx';
import { useAttempted } from '../shared/metrics/useAttempted.ts';
import type { SoftwareOfPeriod } from '../shared/metrics/useFailedFirst.tsx';
import { NotTheirs } from './NotTheirs.tsx';

/** What an app’s shares of customers don’t say: how many attempts there were, and who counts in none of them. */
export const AttemptsNote = ({ software, period }: SoftwareOfPeriod) => {
  const attempted = useAttempted(software.id, period);
  const { failed, authorized, abandoned, notTheirs, leftOut } = software;
  const attempts = counted(failed + authorized + abandoned, 'attempt', 'attempts');
  return (
    <Typography variant="body2" color="textSecondary">
      {`${attempts} ended: ${formatNumber(failed)} failed, ${formatNumber(authorized)} were approved, ${formatNumber(abandoned)} were given up. `}
      {notTheirs.count > 0 && (
        <>
          {'Failures that are ours, Codat’s or the vendor’s: '}
          <NotTheirs software={software} period={period} />
          {` ${notTheirs.count === 1 ? 'customer' : 'customers'}, ${counted(notTheirs.attempts, 'attempt', 'attempts')}. `}
        </>
      )}
      {leftOut.count > 0 && (
        <>
          {'Left out, as duplicates or not our customers: '}
          <CountLink
            count={leftOut.count}
            deleted={leftOut.deleted}
            filter={attempted('left_out')}
          />
          {'.'}
        </>
      )}
    </Typography>
  );
};
