import type { SoftwareRecord } from '../../api/software/resource.ts';
import { Failure } from '../shared/Failure.tsx';
import { Tile, type TileContent, TileRow } from '../shared/figures/Tile.tsx';
import { shareTile } from '../shared/metrics/LinkedShare.tsx';
import { type SoftwareOfPeriod, useFailedFirst } from '../shared/metrics/useFailedFirst.tsx';
import { useMetrics } from '../shared/metrics/useMetrics.ts';
import type { Scope } from '../shared/metrics/useScope.ts';
import { AttemptsNote } from './AttemptsNote.tsx';
import { InProgress, useGaveUp, useNotConnected } from './figures.tsx';
import { FAILED_FIRST, GAVE_UP, notConnectedLabel } from './labels.ts';

type Props = { software: SoftwareRecord; scope: Scope };

/** The numbers of one app, and whether it fails more than usual. */
export const SoftwareTiles = ({ software: { id }, scope }: Props) => {
  const { period, accountManagerId } = scope;
  const { data, error, refetch } = useMetrics('software', { period, accountManagerId });
  if (error && !data) return <Failure error={error} onRetry={() => refetch()} />;
  const numbers = data?.software.find((one) => one.id === id);
  if (!data || !numbers) return <Tiles contents={data && NOTHING} definition={data?.definition} />;
  return (
    <>
      <KnownTiles software={numbers} period={data.period} definition={data.definition} />
      <AttemptsNote software={numbers} period={data.period} />
    </>
  );
};

type Contents = Record<'failed' | 'notConnected' | 'gaveUp' | 'progress', TileContent>;

const NONE: TileContent = { figure: '–', note: 'No attempts in this period' };
const NOBODY: TileContent = { figure: 0, note: 'Not yet connected' };
const NOTHING: Contents = { failed: NONE, notConnected: NONE, gaveUp: NONE, progress: NOBODY };

const KnownTiles = ({ definition, ...numbers }: SoftwareOfPeriod & { definition: string }) => {
  const { software } = numbers;
  const contents = {
    failed: shareTile(useFailedFirst(numbers)),
    notConnected: shareTile(useNotConnected(numbers)),
    gaveUp: shareTile(useGaveUp(numbers)),
    progress: { ...NOBODY, figure: <InProgress software={software} /> },
  };
  return <Tiles contents={contents} definition={definition} days={software.notConnected.days} />;
};

type TilesProps = {
  contents: Contents | undefined;
  definition: string | undefined;
  days?: number;
};

const Tiles = ({ contents, definition, days }: TilesProps) => (
  <TileRow>
    <Tile label={FAILED_FIRST} content={contents?.failed} definition={definition} />
    <Tile
      label={notConnectedLabel(days)}
      content={contents?.notConnected}
      definition={definition}
    />
    <Tile label={GAVE_UP} content={contents?.gaveUp} definition={definition} />
    <Tile label="In progress now" content={contents?.progress} definition={definition} />
  </TileRow>
);
