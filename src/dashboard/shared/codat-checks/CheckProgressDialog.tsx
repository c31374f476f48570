import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  LinearProgress,
  Table,
  TableBody,
  TableCell,
  TableRow,
  Typography,
} from '@mui/material';
import { useId } from 'react';
import { useGetList } from 'react-admin';
import type { CodatCheckRecord } from '../../../api/codat-checks/resource.ts';
import { CustomerName } from '../customers/CustomerName.tsx';
import { counted } from '../format/counted.ts';
import { CheckResult } from './CheckResult.tsx';

/** Checks that were begun together, and customers who were being checked already. */
type Started = { requestedAt: string; queued: string[]; busy: string[] };

type Props = { started: Started; onClose: () => void };

/** How far checks in Codat are, and what each found. Closing it stops nothing. */
export const CheckProgressDialog = ({ started, onClose }: Props) => {
  const id = useId();
  const { data, error } = useGetList<CodatCheckRecord>('codat-checks', {
    filter: { requestedAt: started.requestedAt },
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'customerId', order: 'ASC' },
  });
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="md">
      <DialogTitle id={id}>Checking in Codat</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1.5, alignContent: 'start' }}>
        {error && <Alert severity="error">{error.message}</Alert>}
        {data && <Progress checks={data} started={started} />}
        {!data && !error && <LinearProgress aria-label="Loading…" />}
        {data && <Results checks={data} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
    </Dialog>
  );
};

const isUnderWay = ({ state }: CodatCheckRecord): boolean =>
  state === 'queued' || state === 'running';

const Progress = ({ checks, started }: { checks: CodatCheckRecord[]; started: Started }) => {
  const total = started.queued.length;
  const done = Math.max(0, total - checks.filter(isUnderWay).length);
  const failed = checks.filter(({ state }) => state === 'failed').length;
  const changed = checks.filter(
    ({ state, changes }) => state === 'done' && changes.length > 0,
  ).length;
  const words = [
    `${done} of ${counted(total, 'customer', 'customers')} checked`,
    `${changed} changed`,
    failed > 0 && `${failed} failed`,
    started.busy.length > 0 && `${started.busy.length} already being checked`,
  ];
  return (
    <>
      {done < total && (
        <LinearProgress
          variant="determinate"
          aria-label="Checking in Codat"
          value={(done / total) * 100}
          sx={{ height: 6, borderRadius: 99 }}
        />
      )}
      <Typography role="status">{words.filter(Boolean).join(' · ')}</Typography>
    </>
  );
};

const Results = ({ checks }: { checks: CodatCheckRecord[] }) => (
  <Box role="region" aria-label="Results" tabIndex={0} sx={{ overflowX: 'auto', maxHeight: 420 }}>
    <Table size="small">
      <TableBody>
        {checks.map((check) => (
          <TableRow key={check.id}>
            <TableCell sx={{ minWidth: 140 }}>
              <CustomerName id={check.customerId} />
            </TableCell>
            <TableCell sx={{ whiteSpace: 'normal', minWidth: 220 }}>
              <CheckResult check={check} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  </Box>
);
