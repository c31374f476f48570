import ContentCopy from '@mui/icons-material/ContentCopy';
import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  Typography,
} from '@mui/material';
import { useGetList } from 'react-admin';
import type { AttemptRecord } from '../../../api/attempts/resource.ts';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { LOCALE } from '../../../common/locale.ts';
import { STAGE_LABELS } from '../../../journey/stages.ts';
import { useCopy } from '../useCopy.ts';

const TITLE = 'raise-title';

/** In UTC, as the reader may be elsewhere: “23 Feb 2027, 09:12 UTC”. */
const time = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
  timeZoneName: 'short',
});

const timeOf = (instant: string): string => time.format(new Date(instant));

/** What Codat needs to investigate a case. */
const reportOf = (customer: CustomerRecord, attempt: AttemptRecord | undefined): string =>
  [
    `Company: ${customer.id}`,
    `Connection: ${customer.connectionId ?? 'none'}`,
    `Software: ${customer.software ?? 'none'}`,
    `Stage: ${STAGE_LABELS[customer.stage]}, since ${timeOf(customer.stageEnteredAt)}`,
    ...(attempt?.failureText
      ? [
          `Last error: ${attempt.failureText} (${attempt.statusCode ?? 'no code'}) at ${timeOf(attempt.endedAt ?? attempt.startedAt)}`,
        ]
      : []),
  ].join('\n');

type Props = { customer: CustomerRecord; onClose: () => void };

/** The details that Codat's support asks for, to copy into a ticket. */
export const RaiseDialog = ({ customer, onClose }: Props) => {
  const copy = useCopy();
  const { data } = useGetList<AttemptRecord>('attempts', {
    filter: { customerId: customer.id, outcome: 'failed' },
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'startedAt', order: 'DESC' },
  });
  const report = reportOf(customer, data?.[0]);
  return (
    <Dialog open onClose={onClose} aria-labelledby={TITLE} fullWidth maxWidth="sm">
      <DialogTitle id={TITLE}>Raise with Codat</DialogTitle>
      <DialogContent tabIndex={0}>
        <DialogContentText sx={{ mb: 1.5 }}>
          The customer can’t fix this. Copy the details into a Codat support ticket and snooze the
          case until they reply.
        </DialogContentText>
        <Typography
          component="pre"
          sx={{
            m: 0,
            p: 1.5,
            borderRadius: 1,
            bgcolor: 'tint.neutral',
            fontSize: 12.5,
            whiteSpace: 'pre-wrap',
            overflowWrap: 'anywhere',
          }}
        >
          {report}
        </Typography>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Close</Button>
        <Button
          variant="contained"
          startIcon={<ContentCopy />}
          onClick={() => copy(report, 'Details copied')}
        >
          Copy details
        </Button>
      </DialogActions>
    </Dialog>
  );
};
