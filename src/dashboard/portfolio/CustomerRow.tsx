import { Box, Link, Typography } from '@mui/material';
import { useCreatePath } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { ListedCustomer } from '../../api/metrics/portfolio.ts';
import { STAGE_LABELS } from '../../journey/stages.ts';
import { exactDay, exactTime } from '../shared/format/duration.ts';
import { TwoLines } from '../shared/TwoLines.tsx';
import type { Group } from './groups.ts';
import { sinceOf, whyOf } from './words.ts';

type Props = { customer: ListedCustomer; group: Group; onPaperOnly: boolean };

/** A customer of a group: who, when, why and what has become of them, and what to do next. */
export const CustomerRow = ({ customer, group, onPaperOnly }: Props) => {
  const createPath = useCreatePath();
  const { id, name, softwareName, stage, at, nextAction } = customer;
  const why = whyOf(customer);
  return (
    <Box
      component="li"
      sx={{ ...rowSx, display: onPaperOnly ? 'none' : 'grid', displayPrint: 'grid' }}
    >
      <Box sx={{ gridArea: 'name', minWidth: 0 }}>
        <TwoLines
          first={
            <Link
              component={RouterLink}
              to={createPath({ resource: 'customers', type: 'show', id })}
              color="inherit"
            >
              <bdi>{name}</bdi>
            </Link>
          }
          second={softwareName ?? STAGE_LABELS[stage]}
        />
      </Box>
      <Typography
        component="time"
        variant="body2"
        dateTime={at}
        title={exactTime(at)}
        sx={{ gridArea: 'at', whiteSpace: 'nowrap' }}
      >
        {exactDay(at)}
      </Typography>
      <Typography component="div" variant="body2" sx={{ gridArea: 'why' }}>
        {why && `${why} · `}
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {sinceOf(customer, group)}
        </Box>
      </Typography>
      <Typography component="div" variant="body2" sx={{ gridArea: 'next' }}>
        {nextAction ? `Next: ${nextAction}` : ''}
      </Typography>
    </Box>
  );
};

const IN_ONE_LINE = {
  gridTemplateColumns: 'minmax(0, 3fr) 96px minmax(0, 3fr) minmax(0, 2fr)',
  gridTemplateAreas: '"name at why next"',
} as const;

const rowSx = {
  alignItems: 'center',
  columnGap: 2,
  rowGap: 0.5,
  py: 1,
  borderTop: 1,
  borderColor: 'line.faint',
  '&:first-of-type': { borderTop: 0 },
  gridTemplateColumns: {
    xs: 'minmax(0, 1fr) auto',
    md: IN_ONE_LINE.gridTemplateColumns,
  },
  gridTemplateAreas: {
    xs: '"name at" "why why" "next next"',
    md: IN_ONE_LINE.gridTemplateAreas,
  },
  // Paper is narrow, but lists are long.
  '@media print': { ...IN_ONE_LINE, breakInside: 'avoid' },
} as const;
