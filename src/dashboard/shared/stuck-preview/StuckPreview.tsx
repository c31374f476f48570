import { Box, LinearProgress, Link, Typography } from '@mui/material';
import { Link as RouterLink } from 'react-router-dom';
import type { StuckPreviewRecord } from '../../../api/stuck-rules/schemas.ts';
import { formatNumber } from '../../../common/locale.ts';
import { counted } from '../format/counted.ts';
import { customersPath } from '../metrics/CustomersLink.tsx';

type Props = { preview: StuckPreviewRecord | undefined; error: Error | null; counting: boolean };

/** Who a change of thresholds would concern, before it is saved. */
export const StuckPreview = ({ preview, error, counting }: Props) => (
  <Box role="status" sx={{ minHeight: 52 }}>
    {counting && <LinearProgress aria-label="Counting customers" sx={{ mb: 1 }} />}
    {error && !preview && <Typography color="error">{error.message}</Typography>}
    {preview && <Changes preview={preview} />}
  </Box>
);

const Changes = ({
  preview: { stuckNow, stuckThen, more, fewer },
}: {
  preview: StuckPreviewRecord;
}) => (
  <>
    {more.count > 0 && (
      <Typography>
        <Those {...more} text={counted(more.count, 'more customer', 'more customers')} /> would be
        stuck now.
      </Typography>
    )}
    {fewer.count > 0 && (
      <Typography>
        <Those {...fewer} text={counted(fewer.count, 'customer', 'customers')} /> would no longer be
        stuck.
      </Typography>
    )}
    {more.count + fewer.count === 0 && <Typography>Nobody’s status would change now.</Typography>}
    <Typography variant="body2" color="textSecondary">
      {`${formatNumber(stuckThen)} stuck instead of ${formatNumber(stuckNow)}`}
    </Typography>
  </>
);

type Those = StuckPreviewRecord['more'] & { text: string };

/** Links to those customers, or the first of them, in another tab: what is being edited stays. */
const Those = ({ count, ids, text }: Those) => (
  <>
    <Link component={RouterLink} to={customersPath({ id: ids })} target="_blank">
      {text}
    </Link>
    {count > ids.length && ` (the link shows ${formatNumber(ids.length)})`}
  </>
);
