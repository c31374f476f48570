import { addHours, type Instant } from '../../../src/journey/instant.ts';
import { chooseSoftware } from '../behaviour/difficulty.ts';
import { choosePortfolio } from '../behaviour/portfolios.ts';
import { isWorkingTime } from '../behaviour/working-hours.ts';
import { membershipOf, nameInGroup } from '../identities/groups.ts';
import { type Identity, inventIdentity } from '../identities/identity.ts';
import type { Named } from '../identities/names.ts';
import { createRandom, type Random } from '../random.ts';
import { invitedRecently, openedRecently, selectedRecently } from '../stories/in-progress.ts';
import { ordinary } from '../stories/ordinary.ts';
import type { Scene } from '../stories/stuck.ts';
import type { Cast } from './play.ts';
import { REPERTOIRE, type Role } from './repertoire.ts';
import { days } from './story.ts';

const SEED = 20_240_808;
const IDENTITY_SEED = 1_000_003;
/** Every fifth customer gets a role from the repertoire. Chance decides what happens to the others. */
const ROLE_EVERY = 5;

const OLDEST_DAYS = 118;
/** Parents are created before their subsidiaries. */
const PARENT_DAYS = 120;
/** Stories of the subsidiaries in turn. Some are in progress, the others (null) are ordinary customers. */
const SUBSIDIARIES: (Scene | null)[] = [
  null,
  openedRecently,
  null,
  selectedRecently,
  invitedRecently,
];

type Casting = Cast & { random: Random; story: Scene };

const randomFor = (index: number): Random => createRandom(SEED + index);

/** The ID of the company with the given number, the same at every start. */
const companyIdOf = (index: number): string => randomFor(index).uuid();

/** The role of the customer with the given number, and whether they are the first to play it; null if none. */
const roleOf = (index: number): { role: Role; first: boolean } | null => {
  if (index % ROLE_EVERY !== ROLE_EVERY - 1) return null;
  const turn = Math.floor(index / ROLE_EVERY);
  const role = REPERTOIRE[turn % REPERTOIRE.length];
  return role ? { role, first: turn < REPERTOIRE.length } : null;
};

const givenNames = (index: number): Partial<Named> => {
  const given = roleOf(index);
  const group = membershipOf(index);
  if (given?.first && given.role.as) return given.role.as;
  if (given?.role.again) {
    const { name, contactName, region } = identityOf(index - 1);
    return { name, contactName, region };
  }
  return group ? { name: nameInGroup(group), region: 'uk' } : {};
};

const identityOf = (index: number): Identity =>
  inventIdentity(index, createRandom(IDENTITY_SEED + index), givenNames(index));

/** Most journeys began recently, and few outside working hours. */
const chooseBeginning = (now: Instant, random: Random): Instant => {
  const begins = addHours(now, -0.5 - days(OLDEST_DAYS) * random.within(0, 1) ** 1.6);
  return isWorkingTime(begins, { hoursAhead: 0 }) || random.chance(0.1)
    ? begins
    : chooseBeginning(now, random);
};

const storyOf = (index: number, now: Instant, random: Random): Scene => {
  const given = roleOf(index);
  if (given) return given.role.story;
  const group = membershipOf(index);
  const ofSubsidiary = group?.ordinal ? SUBSIDIARIES[group.ordinal % SUBSIDIARIES.length] : null;
  if (ofSubsidiary) return ofSubsidiary;
  const isParent = group?.ordinal === 0;
  const begins = isParent ? addHours(now, -days(PARENT_DAYS)) : chooseBeginning(now, random);
  return (play) => ordinary(play, begins);
};

/** The customer with the given number, and their story. */
export const castCustomer = (index: number, now: Instant): Casting => {
  const random = randomFor(index);
  const id = random.uuid();
  const group = membershipOf(index);
  const software = roleOf(index)?.role.software;
  const portfolio = choosePortfolio(random);
  return {
    id,
    parentId: group && group.ordinal > 0 ? companyIdOf(group.parentIndex) : null,
    identity: identityOf(index),
    software: software ? random.pick(software) : chooseSoftware(random, portfolio.mix),
    portfolio,
    story: storyOf(index, now, random),
    random,
  };
};
