import { Box } from '@mui/material';
import { useGetList } from 'react-admin';
import type { RaisedCaseRecord } from '../../api/raised-cases/record.ts';
import { Failure } from '../shared/Failure.tsx';
import { RaisedCase } from '../shared/raised-cases/RaisedCase.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';

const MOST = 20;

/** The customer’s cases with Codat, the newest first; shows nothing when there are none. */
export const RaisedCasesCard = ({ customerId }: { customerId: string }) => {
  const { data, error, refetch } = useGetList<RaisedCaseRecord>('raised-cases', {
    filter: { customerId },
    pagination: { page: 1, perPage: MOST },
    sort: { field: 'raisedAt', order: 'DESC' },
  });
  if (!data?.length && !error) return null;
  return (
    <SectionCard title="Raised with Codat">
      {error && !data && <Failure error={error} onRetry={() => refetch()} />}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 2 }}>
        {data?.map((raised) => (
          <li key={raised.id}>
            <RaisedCase raised={raised} />
          </li>
        ))}
      </Box>
    </SectionCard>
  );
};
