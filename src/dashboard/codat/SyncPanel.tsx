import { Box } from '@mui/material';
import { useRecordContext } from 'react-admin';
import type { SyncRecord } from '../../api/syncs/resource.ts';
import { Fact, Facts } from '../shared/Facts.tsx';
import { exactTime } from '../shared/format/duration.ts';

/** The rest of what is known of a sync. */
export const SyncPanel = () => {
  const sync = useRecordContext<SyncRecord>();
  if (!sync) return null;
  const { problem, finishedAt, page, requests, leftOut, notUnderstood, quotaRemaining } = sync;
  return (
    <Box sx={{ p: 1 }}>
      <Facts>
        {problem && <Fact name="Problem">{problem}</Fact>}
        <Fact name="Started">{exactTime(sync.startedAt)}</Fact>
        {finishedAt && <Fact name="Finished">{exactTime(finishedAt)}</Fact>}
        <Fact name="Pages read">{page.toLocaleString()}</Fact>
        <Fact name="Requests">{requests.toLocaleString()}</Fact>
        {quotaRemaining !== null && (
          <Fact name="Requests left that day">{quotaRemaining.toLocaleString()}</Fact>
        )}
        <Fact name="Left out by the filter">{leftOut.toLocaleString()}</Fact>
        <Fact name="Not understood">{notUnderstood.toLocaleString()}</Fact>
      </Facts>
    </Box>
  );
};
