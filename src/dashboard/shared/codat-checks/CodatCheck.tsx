import CloudSync from '@mui/icons-material/CloudSyncOutlined';
import { Box, Button, Typography } from '@mui/material';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { CheckResult, LastChecked } from './CheckResult.tsx';
import { useCodatCheck } from './useCodatCheck.ts';

/** Asks Codat now how a customer stands, with what the last check found beside the button. */
export const CodatCheck = ({ customer }: { customer: CustomerRecord }) => {
  const { last, check, checking } = useCodatCheck(customer.id);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 1, alignItems: 'center' }}>
      <Button
        variant="outlined"
        startIcon={<CloudSync />}
        loading={checking}
        loadingPosition="start"
        onClick={check}
      >
        Check in Codat
      </Button>
      <Typography
        component="div"
        variant="body2"
        color="textSecondary"
        role="status"
        sx={{ flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' }}
      >
        {last && <LastChecked check={last} />}
        <Box sx={{ color: 'text.primary' }}>{last && <CheckResult check={last} />}</Box>
      </Typography>
    </Box>
  );
};
