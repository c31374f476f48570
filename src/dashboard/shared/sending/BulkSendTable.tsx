import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import type { BulkRow } from '../../../api/emails/bulk.ts';
import { EMAIL_TEMPLATE_FACTS } from '../../../journey/outreach.ts';
import { Pill } from '../Pill.tsx';
import { TwoLines } from '../TwoLines.tsx';

/** Which email each customer gets. Those who get none are last, with the reason. */
export const BulkSendTable = ({ rows }: { rows: BulkRow[] }) => {
  const sorted = rows.toSorted((a, b) => Number(a.skip !== null) - Number(b.skip !== null));
  return (
    <Box
      role="region"
      aria-label="Recipients"
      tabIndex={0}
      sx={{ overflowX: 'auto', maxHeight: 420 }}
    >
      <Table size="small" stickyHeader>
        <TableHead>
          <TableRow>
            <TableCell>Customer</TableCell>
            <TableCell>Template</TableCell>
            <TableCell>Outcome</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {sorted.map((row) => (
            <TableRow key={row.customerId}>
              <TableCell sx={{ maxWidth: 240 }}>
                <TwoLines
                  first={<bdi>{row.name}</bdi>}
                  second={<bdi>{row.toEmail ?? row.toName ?? '–'}</bdi>}
                />
              </TableCell>
              <TableCell>{row.template && EMAIL_TEMPLATE_FACTS[row.template].label}</TableCell>
              <TableCell sx={{ whiteSpace: 'normal', minWidth: 220 }}>
                {row.skip === null ? (
                  <Pill tone="good">Will be sent</Pill>
                ) : (
                  <>
                    <Pill tone="neutral">Skipped</Pill> {row.detail}
                  </>
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
};
