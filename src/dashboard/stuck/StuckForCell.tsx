import { Box } from '@mui/material';
import type { CustomerRecord } from '../../api/customers/resource.ts';
import { Tried } from '../shared/customers/ContactCell.tsx';
import { Ago } from '../shared/format/Ago.tsx';
import { failuresLabel } from '../shared/journey/labels.ts';
import { TwoLines } from '../shared/TwoLines.tsx';

type Props = { customer: CustomerRecord; withTried: boolean };

/** How long a customer has been stuck, and how often they failed or what we tried. */
export const StuckForCell = ({ customer, withTried }: Props) => {
  const { stuck, stuckAt, failedAttempts, tried } = customer;
  const failures = failedAttempts > 0 && failuresLabel(failedAttempts);
  const showsTried = withTried && (Object.keys(tried).length > 0 || !failures);
  return (
    <Box sx={{ maxWidth: { md: 84, lg: 104, xl: 140 } }}>
      <TwoLines
        first={stuck && stuckAt && <Ago at={stuckAt} />}
        second={showsTried ? <Tried customer={customer} /> : failures}
      />
    </Box>
  );
};
