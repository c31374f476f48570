import { Box } from '@mui/material';
import type { PortfolioAnswer } from '../../api/metrics/portfolio.ts';
import { formatNumber } from '../../common/locale.ts';
import { againstWeekAgo } from '../../journey/metrics/portfolio-summary.ts';
import { Tile, type TileContent, TileRow } from '../shared/figures/Tile.tsx';
import { exactDay } from '../shared/format/duration.ts';
import { CustomersLink, customersOf } from '../shared/metrics/CustomersLink.tsx';
import type { ScopeOf } from '../shared/metrics/useScope.ts';
import { filterOf, type Group, listedIn } from './groups.ts';
import { StuckDays } from './StuckDays.tsx';

type Props = { answer: PortfolioAnswer | undefined; scope: ScopeOf };

/** Who connected, who slipped, who is at risk and who is stuck, each number with its list. */
export const PortfolioTiles = ({ answer, scope }: Props) => {
  const definition = answer?.definition;
  return (
    <TileRow>
      <Tile
        label="Connected"
        definition={definition}
        content={answer && connected(answer, scope)}
      />
      <Tile label="Slipped" definition={definition} content={answer && slipped(answer, scope)} />
      <Tile label="At risk" definition={definition} content={answer && atRisk(answer, scope)} />
      <Tile label="Stuck now" definition={definition} content={answer && stuckNow(answer, scope)} />
    </TileRow>
  );
};

const number = (group: Group | 'slipped', answer: PortfolioAnswer, scope: ScopeOf) => (
  <CustomersLink filter={{ ...customersOf(scope), ...filterOf(group, answer) }}>
    {formatNumber(listedIn(answer[group]))}
  </CustomersLink>
);

const deletedOf = ({ deleted }: { deleted: number }): string =>
  deleted > 0 ? `${formatNumber(deleted)} more deleted since` : '';

const connected = (answer: PortfolioAnswer, scope: ScopeOf): TileContent => ({
  figure: number('connected', answer, scope),
  note: deletedOf(answer.connected) || 'First connections',
});

const SLIPPED: [Group, string][] = [
  ['becameStuck', 'stuck'],
  ['lost', 'lost'],
  ['wentQuiet', 'quiet'],
];

/** A customer can slip in several ways, so the parts may add up to more. */
const slipped = (answer: PortfolioAnswer, scope: ScopeOf): TileContent => ({
  figure: number('slipped', answer, scope),
  note: (
    <>
      {SLIPPED.map(([group, word], index) => (
        <span key={group}>
          {index > 0 && ' · '}
          {number(group, answer, scope)} {word}
        </span>
      ))}
      {answer.slipped.deleted > 0 && ` · ${deletedOf(answer.slipped)}`}
    </>
  ),
});

const atRisk = (answer: PortfolioAnswer, scope: ScopeOf): TileContent => ({
  figure: number('atRisk', answer, scope),
  note: 'Get stuck within 3 days unless something happens',
});

const stuckNow = ({ stuckNow: stuck }: PortfolioAnswer, scope: ScopeOf): TileContent => {
  const { count, keptSince, days } = stuck;
  const since = keptSince ? `Kept since ${exactDay(keptSince)}` : 'Kept daily from today';
  return {
    figure: (
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <CustomersLink filter={{ ...customersOf(scope), stuck: true }}>
          {formatNumber(count)}
        </CustomersLink>
        <StuckDays days={days} />
      </Box>
    ),
    note: againstWeekAgo(stuck) ?? since,
  };
};
