import { Box } from '@mui/material';
import type { OverviewAnswer } from '../../../api/metrics/overview.ts';
import { formatNumber } from '../../../common/locale.ts';
import { Tile } from '../../shared/figures/Tile.tsx';
import { CustomersLink, customersOf } from '../../shared/metrics/CustomersLink.tsx';
import type { Scope } from '../../shared/metrics/useScope.ts';
import { ConversionTile } from './ConversionTile.tsx';
import { approvedContent, lostContent, timeContent, wonBackContent } from './tileContents.tsx';

type Props = { overview: OverviewAnswer | undefined; scope: Scope };

/** The key numbers, those of a period compared with the previous one of the same length. */
export const Tiles = ({ overview, scope }: Props) => {
  const { definitions } = overview ?? {};
  const customers = customersOf(scope);
  return (
    <Box sx={gridSx}>
      <ConversionTile overview={overview} scope={scope} />
      <Tile
        label="Median time to connect"
        definition={definitions?.timeToConnect}
        content={overview && timeContent(overview.timeToConnect)}
      />
      <Tile
        label="New connections"
        definition={definitions?.newConnections}
        content={overview && approvedContent(overview, scope)}
      />
      <Tile
        label="Stuck now"
        definition={definitions?.stuckNow}
        content={
          overview && {
            figure: (
              <CustomersLink filter={{ ...customers, stuck: true }}>
                {formatNumber(overview.stuckNow.count)}
              </CustomersLink>
            ),
            note: 'Whatever the period',
          }
        }
      />
      <Tile
        label="Connected now"
        definition={definitions?.connectedNow}
        content={
          overview && {
            figure: (
              <CustomersLink filter={{ ...customers, connected: true }}>
                {formatNumber(overview.connectedNow.count)}
              </CustomersLink>
            ),
            note: 'Whatever the period',
          }
        }
      />
      <Tile
        label="Lost"
        definition={definitions?.lost}
        content={overview && lostContent(overview, scope)}
      />
      <Tile
        label={overview ? `Won back in ${overview.wonBack.days} days` : 'Won back'}
        definition={definitions?.wonBack}
        content={overview && wonBackContent(overview, scope)}
      />
    </Box>
  );
};

/** The conversion beside the others, which take two rows; on narrow screens above them, two by two. */
const gridSx = {
  display: 'grid',
  gap: 2,
  gridTemplateColumns: {
    xs: 'repeat(2, minmax(0, 1fr))',
    md: 'minmax(0, 5fr) repeat(3, minmax(0, 3fr))',
  },
  '& > :first-of-type': { gridColumn: { xs: '1 / -1', md: 'auto' }, gridRow: { md: 'span 2' } },
} as const;
