import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import { Box, Button } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { downloadCSV, useListContext, useNotify } from 'react-admin';
import { formatNumber } from '../../../common/locale.ts';
import { fetchCsv, type Progress } from '../../shared/csv/fetchCsv.ts';
import { exportName } from './exportName.ts';

const textOf = ({ rows, total }: Progress): string =>
  `${formatNumber(rows)} of ${formatNumber(total)}`;

/**
 * Saves the list, filtered and sorted as shown, as a CSV file that the contact import can read: all customers that match,
 * not just the page shown.
 */
export const ExportButton = () => {
  const { filterValues, sort } = useListContext();
  const notify = useNotify();
  const [progress, setProgress] = useState<Progress>();
  const { mutate, isPending, variables } = useMutation({
    mutationFn: async ({ signal }: AbortController) => {
      const query = new URLSearchParams({
        filter: JSON.stringify(filterValues),
        sort: JSON.stringify([sort.field, sort.order]),
      });
      const file = await fetchCsv(`/api/customers.csv?${query}`, {
        signal,
        onProgress: setProgress,
      });
      downloadCSV(file, exportName(new Date()));
    },
    onError: (error, { signal }) => {
      if (!signal.aborted) notify(error.message, { type: 'error' });
    },
    onSettled: () => setProgress(undefined),
  });
  return (
    <>
      <Box component="span" role="status" sx={{ fontSize: 13, color: 'text.secondary' }}>
        {progress && textOf(progress)}
      </Box>
      <Button
        variant="outlined"
        startIcon={<DownloadOutlined />}
        onClick={() => (isPending ? variables.abort() : mutate(new AbortController()))}
      >
        {isPending ? 'Cancel export' : 'Export'}
      </Button>
    </>
  );
};
