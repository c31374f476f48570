import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import type { BulkRow } from '../../../api/emails/bulk.ts';
import { EMAIL_TEMPLATE_FACTS } from '../../../journey/outreach.ts';
import { Pill } from '../Pill.tsx';
import { TwoLines } from '../TwoLines.tsx';

/** Who gets what, those who get something first; the others with the reason why not. */
export const BulkSendTable = ({ rows }: { rows: BulkRow[] }) => {
  const sorted = rows.toSorted((a, b) => Number(a.skip !== null) - Number(b.skip !== null));
  return (
    <Box
      role="region"
      aria-label="Who gets what"
      tabIndex={0}
      sx={{ overflowX: 'auto', maxHeight: 420 }}
    >
      <Table size="small" stickyHeader>
        <TableHead>
          <TableRow>
            <TableCell>Customer</TableCell>
            <TableCell>E-mail</TableCell>
            <TableCell>What becomes of it</TableCell>
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
                  <Pill tone="good">is sent</Pill>
                ) : (
                  <>
                    <Pill tone="neutral">left out</Pill> {row.detail}
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
