import { Box } from '@mui/material';
import { useRecordContext } from 'react-admin';
import type { SyncRecord } from '../../api/syncs/resource.ts';
import { Fact, Facts } from '../shared/Facts.tsx';
import { exactTime } from '../shared/format/duration.ts';

/** Details of a sync. */
export const SyncPanel = () => {
  const sync = useRecordContext<SyncRecord>();
  if (!sync) return null;
  const { problem, finishedAt, page, requests, leftOut, notUnderstood, remarks, quotaRemaining } =
    sync;
  return (
    <Box sx={{ p: 1 }}>
      <Facts>
        {problem && <Fact name="Problem">{problem}</Fact>}
        <Fact name="Started">{exactTime(sync.startedAt)}</Fact>
        {finishedAt && <Fact name="Finished">{exactTime(finishedAt)}</Fact>}
        <Fact name="Pages">{page.toLocaleString()}</Fact>
        <Fact name="API requests">{requests.toLocaleString()}</Fact>
        {quotaRemaining !== null && (
          <Fact name="API requests left that day">{quotaRemaining.toLocaleString()}</Fact>
        )}
        <Fact name="Excluded by filter">{leftOut.toLocaleString()}</Fact>
        <Fact name="Unrecognised">{notUnderstood.toLocaleString()}</Fact>
        {remarks.map(({ companyId, name, problem }) => (
          <Fact key={companyId} name={name || companyId}>
            <Box sx={{ whiteSpace: 'pre-line' }}>{problem}</Box>
          </Fact>
        ))}
      </Facts>
    </Box>
  );
};
