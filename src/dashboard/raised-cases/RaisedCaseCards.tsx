import { Box } from '@mui/material';
import { Loading, useListContext } from 'react-admin';
import type { RaisedCaseRecord } from '../../api/raised-cases/record.ts';
import { CustomerLink } from '../shared/customers/CustomerLink.tsx';
import { cardSx } from '../shared/list/cardSx.ts';
import { RaisedCase } from '../shared/raised-cases/RaisedCase.tsx';
import { SoftwareName } from '../shared/SoftwareName.tsx';

/** The list on a screen too narrow for a table. */
export const RaisedCaseCards = () => {
  const { data, isPending } = useListContext<RaisedCaseRecord>();
  if (isPending) return <Loading />;
  return data?.map((raised) => (
    <Box key={raised.id} sx={cardSx}>
      <CustomerLink id={raised.customerId} />
      <SoftwareName id={raised.software} />
      <RaisedCase raised={raised} />
    </Box>
  ));
};
