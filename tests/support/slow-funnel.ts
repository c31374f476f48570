import type { Instant } from '../../src/journey/instant.ts';
import { rate } from '../../src/journey/metrics/rate.ts';
import { familiesIn } from './slow-families.ts';
import { type History, type Journey, SELECTED, STAGE_NAMES } from './slow-history.ts';
import {
  APPROVED,
  begun,
  type Entered,
  type Filters,
  hours,
  isLeftOut,
  isOn,
  standing,
  type World,
} from './slow-metrics.ts';
import { timesTo, type Watched } from './slow-survival.ts';

/** Test support: how far first journeys got, counted a second time from the events. */

const FUNNEL_STAGES = STAGE_NAMES.slice(1);
const SOFTWARE_STAGES = ['selected', 'authorized', 'completed', 'streaming'] as const;

/** A first journey, and of one app how far the customer got with it, if that is asked. */
type Walk = Entered & { software: string | null; furthest: number };

const NAMES: readonly (string | undefined)[] = STAGE_NAMES;
const stageNumber = (stage: string | undefined): number => NAMES.indexOf(stage);

const isElsewhere = ({ journey, software }: Walk) =>
  software !== null && software !== journey.software;

const where = (world: World, walk: Walk, now: Instant) => {
  const stands = standing(world, walk, now);
  return isElsewhere(walk) && stands !== 'deleted' && stands !== 'earlier' ? 'elsewhere' : stands;
};

const timesFrom = (walks: Walk[], number: number, now: Instant) =>
  timesTo(
    walks.flatMap(({ journey: { times, furthest } }): Watched[] => {
      const [start, end] = [times[number - 1], times[number]];
      if (!start) return [];
      if (end) return [{ age: hours(start, now), after: hours(start, end) }];
      return furthest < number ? [{ age: hours(start, now), after: null }] : [];
    }),
  );

const funnelOf = (world: World, walks: Walk[], stages: readonly string[], now: Instant) => {
  const reaching = (stage: string | undefined) =>
    walks.filter(({ furthest }) => furthest >= stageNumber(stage)).length;
  return {
    sample: reaching(stages[0]),
    stages: stages.map((stage, index) => {
      const number = stageNumber(stage);
      const here = walks.filter(({ furthest }) => furthest === number && stage !== 'streaming');
      const stopped = (how: string) => here.filter((one) => where(world, one, now) === how).length;
      const isFirst = index === 0;
      const [moving, stuck, snoozed] = [stopped('moving'), stopped('stuck'), stopped('snoozed')];
      const isTimed = !isFirst && stages === FUNNEL_STAGES && walks.length > 0;
      return {
        stage,
        reached: reaching(stage),
        deleted: walks.filter(({ history, furthest }) => history.deleted && furthest >= number)
          .length,
        fromPrevious: isFirst ? null : rate(reaching(stage), reaching(stages[index - 1])),
        fromFirst: isFirst ? null : rate(reaching(stage), reaching(stages[0])),
        open: rate(moving + stuck + snoozed, reaching(stage)),
        time: isTimed ? timesFrom(walks, number, now) : null,
        stopped: {
          ...{ moving, stuck, snoozed, closed: stopped('closed'), elsewhere: stopped('elsewhere') },
          ...{ earlier: stopped('earlier'), deleted: stopped('deleted') },
        },
      };
    }),
  };
};

/** The apps that a customer tried in a journey. One that we first saw when it ended counts too. */
const triedIn = ({ tries }: History, journey: Journey): Set<string> => {
  const own = tries.filter((one) => one.journey === journey).map(({ software }) => software);
  const last = journey.furthest >= APPROVED ? [journey.software] : [];
  return new Set([...own, ...last].filter((one) => one !== null));
};

const farWith = (software: string, { history, journey }: Entered): number => {
  if (journey.software === software && journey.furthest >= APPROVED) return journey.furthest;
  const own = history.tries.filter((one) => one.journey === journey && one.software === software);
  return own.some(({ end }) => end?.how === 'authorized') ? APPROVED : SELECTED;
};

const walksOf = (world: World, filters: Filters, isBySoftware: boolean): Walk[] => {
  const { software: asked, ...others } = filters;
  if (!isBySoftware)
    return familiesIn(world, filters).map((one) => ({
      ...one,
      software: null,
      furthest: one.journey.furthest,
    }));
  return begun(world, others).flatMap((one) =>
    [...triedIn(one.history, one.journey)]
      .filter((software) => isOn(filters, software))
      .map((software) => ({ ...one, software, furthest: farWith(software, one) })),
  );
};

export const slowFunnel = (
  world: World,
  filters: Filters,
  now: Instant,
  by: 'software' | 'accountManagerId',
) => {
  const isOfOne = filters.software !== undefined;
  const all = walksOf(world, filters, isOfOne);
  const counted = all.filter(({ journey }) => !isLeftOut(journey));
  const isBySoftware = isOfOne || by === 'software';
  const grouped = walksOf(world, filters, isBySoftware).filter(
    ({ journey }) => !isLeftOut(journey),
  );
  const stagesOf = (bySoftware: boolean) => (bySoftware ? SOFTWARE_STAGES : FUNNEL_STAGES);
  const keyOf = ({ history, software }: Walk) =>
    by === 'software' ? software : history.accountManager;
  return {
    ...funnelOf(world, counted, stagesOf(isOfOne), now),
    leftOut: all.length - counted.length,
    groups: new Map(
      [...Map.groupBy(grouped, keyOf)].map(([key, own]) => [
        key,
        funnelOf(world, own, stagesOf(isBySoftware), now),
      ]),
    ),
  };
};
