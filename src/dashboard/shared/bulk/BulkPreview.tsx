import { Box, Table, TableBody, TableCell, TableRow, Typography } from '@mui/material';
import type { BulkAnswer } from '../../../api/customers/bulk/body.ts';
import { formatNumber } from '../../../common/locale.ts';
import { counted } from '../format/counted.ts';
import { Pill } from '../Pill.tsx';
import { SKIP_LABELS } from './skipLabels.ts';

/** Nobody reads more, and a browser takes long to draw them. */
const MOST_SHOWN = 100;

/** Who will be changed, and before them who is skipped and why. */
export const BulkPreview = ({ preview }: { preview: BulkAnswer }) => {
  const { changed, customers, skipped } = preview;
  const rows = [...skipped, ...customers.map((customer) => ({ ...customer, reason: null }))];
  const more = rows.length - MOST_SHOWN;
  return (
    <Box sx={{ mt: 2 }}>
      <Typography role="status" sx={{ mb: 0.5 }}>
        {summaryOf(changed, skipped.length)}
      </Typography>
      <Box
        role="region"
        aria-label="Customers"
        tabIndex={0}
        sx={{
          overflow: 'auto',
          maxHeight: 240,
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
        }}
      >
        <Table size="small">
          <TableBody>
            {rows.slice(0, MOST_SHOWN).map(({ id, name, reason }) => (
              <TableRow key={id}>
                <TableCell sx={{ overflowWrap: 'anywhere' }}>
                  <bdi>{name ?? id}</bdi>
                </TableCell>
                <TableCell sx={{ whiteSpace: 'normal' }}>
                  {reason === null ? (
                    <Pill tone="good">Will change</Pill>
                  ) : (
                    <>
                      <Pill tone="neutral">Skipped</Pill> {SKIP_LABELS[reason]}
                    </>
                  )}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
      {more > 0 && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
          and {formatNumber(more)} more
        </Typography>
      )}
    </Box>
  );
};

const summaryOf = (changed: number, skipped: number): string => {
  const will = changed === 0 ? 'Nobody' : counted(changed, 'customer', 'customers');
  const rest = skipped > 0 ? ` ${formatNumber(skipped)} skipped.` : '';
  return `${will} will change.${rest}`;
};
