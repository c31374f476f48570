import { Box } from '@mui/material';
import type { Association, DropoffAnswer } from '../../../api/metrics/dropoff.ts';
import { Interval } from '../../shared/figures/Interval.tsx';
import { RateText } from '../../shared/figures/RateBar.tsx';
import { CustomersLink } from '../../shared/metrics/CustomersLink.tsx';
import type { Scope } from '../../shared/metrics/useScope.ts';
import { labelOf, oddsOf, times } from './associations.ts';

/** From an eighth to eight times the odds, so that half and twice are equally far from 1. */
const SCALE = [-Math.log(8), Math.log(8)] as const;

type Props = { association: Association; ripe: DropoffAnswer['ripe']; scope: Scope };

/** How many times the odds of connecting are for customers with an attribute, and how many connect with it and without. */
export const AssociationRow = ({
  association,
  ripe,
  scope: { software, accountManagerId },
}: Props) => {
  const { name, value, ratio, low, high, without } = association;
  return (
    <Box component="li" sx={rowSx}>
      <Box sx={{ gridArea: 'name', overflowWrap: 'anywhere' }}>{labelOf(association)}</Box>
      <Box sx={{ gridArea: 'bar' }}>
        <Interval
          label={`95% confidence interval: ${times(low)} to ${times(high)} times the odds`}
          value={Math.log(ratio)}
          interval={{ low: Math.log(low), high: Math.log(high) }}
          tone={ratio < 1 ? 'bad' : 'good'}
          scale={SCALE}
          against={0}
        />
      </Box>
      <Box sx={{ gridArea: 'odds', textAlign: 'right', whiteSpace: 'nowrap' }}>
        {oddsOf(association)}
      </Box>
      <Box sx={{ gridArea: 'rates', typography: 'body2', color: 'text.secondary' }}>
        {`${ratio < 1 ? 'Connect less often' : 'Connect more often'}: `}
        <CustomersLink
          filter={{
            ...(accountManagerId && { accountManagerId }),
            attribute: { ...ripe, ...(software && { software }), name, value },
          }}
        >
          <RateText rate={association.with} />
        </CustomersLink>
        {', without it '}
        <RateText rate={without} />
      </Box>
    </Box>
  );
};

const rowSx = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr) auto', sm: 'minmax(0, 5fr) minmax(0, 4fr) 148px' },
  gridTemplateAreas: {
    xs: '"name odds" "bar bar" "rates rates"',
    sm: '"name bar odds" "rates rates rates"',
  },
  columnGap: 1.5,
  rowGap: 0.5,
  alignItems: 'center',
} as const;
