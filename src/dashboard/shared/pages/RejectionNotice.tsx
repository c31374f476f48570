import { Alert } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { RejectionRecord } from '../../../api/deliveries/rejections.ts';
import { formatNumber } from '../../../common/locale.ts';
import { api } from '../api.ts';
import { nearTime } from '../format/duration.ts';
import { useNow } from '../format/useNow.ts';

const DAY_MS = 24 * 3_600_000;

/** Why webhooks were rejected, and what to do about it. */
const CAUSES: Record<RejectionRecord['reason'], string> = {
  headers:
    'the signature headers are missing. Someone other than Codat may be sending them, or a proxy removes the headers.',
  timestamp: 'the timestamp is more than five minutes off. Check the clock of this server.',
  signature: 'the signature doesn’t match. Check CODAT_WEBHOOK_SECRET.',
};

/** What kept Codat’s webhooks out within the last day. */
export const RejectionNotice = () => {
  const now = useNow();
  const { data = [] } = useQuery({
    // Starts with the resource whose changes it follows.
    queryKey: ['deliveries', 'rejections'],
    queryFn: async () => (await api.rejections.index.$get()).json(),
  });
  return data
    .filter(({ lastAt }) => now - Date.parse(lastAt) < DAY_MS)
    .map(({ reason, count, since }) => (
      <Alert key={reason} severity="warning" sx={{ mb: 2 }}>
        {`${formatNumber(count)} rejected since ${nearTime(since, now)}: ${CAUSES[reason]}`}
      </Alert>
    ));
};
