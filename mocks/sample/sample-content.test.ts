import { beforeAll, describe, expect, it } from 'vitest';
import { CLOSE_REASONS } from '../../src/common/event-types.ts';
import { SOFTWARE, softwareOf } from '../../src/journey/content/software.ts';
import { FAILURE_REASONS } from '../../src/journey/failure-reasons.ts';
import { addHours } from '../../src/journey/instant.ts';
import { isConnected, STAGES } from '../../src/journey/stages.ts';
import { PRIORITIES, STUCK_REASONS } from '../../src/journey/stuck.ts';
import { INCIDENT } from './behaviour/incident.ts';
import {
  attemptsOf,
  collect,
  type Folded,
  folded,
  isStuck,
  shareOf,
  TUESDAY,
} from './folded-samples.ts';

const now = TUESDAY;
let samples: Folded[];
let stuck: Folded[];

beforeAll(async () => {
  samples = (await collect({ now })).map(folded);
  stuck = samples.filter((sample) => isStuck(sample, now));
});

const all = <T>(values: readonly T[]) => [...values].sort();
const seen = <T>(values: readonly T[]) => [...new Set(values)].sort();

const everConnected = ({ state }: Folded): boolean =>
  state.journeys.some(({ furthestStage }) => isConnected(furthestStage));
const begun = (daysAgo: number) => (sample: Folded) =>
  (sample.state.journeys[0]?.startedAt ?? now) < addHours(now, -24 * daysAgo);

describe('among 400 sample customers', () => {
  it('every stage occurs', () => {
    expect(seen(samples.map(({ journey }) => journey.stage))).toEqual(all(STAGES));
  });

  it('every kind of journey and every close reason occurs', () => {
    const journeys = samples.flatMap(({ state }) => state.journeys);
    expect(seen(journeys.map(({ kind }) => kind))).toEqual(['first', 'reconnect']);
    const reasons = samples.flatMap(({ journey }) => journey.closedReason ?? []);
    expect(seen(reasons)).toEqual(all(CLOSE_REASONS));
  });

  it('six to ten percent are stuck, with every reason and priority', () => {
    expect(seen(stuck.map((sample) => sample.stuck.stuckReason))).toEqual(all(STUCK_REASONS));
    expect(seen(stuck.map((sample) => sample.stuck.priority))).toEqual(all(PRIORITIES));
    expect(stuck.length / samples.length).toBeGreaterThan(0.06);
    expect(stuck.length / samples.length).toBeLessThan(0.1);
  });

  it('some of the stuck are assigned, some are not, and others are snoozed', () => {
    const assigned = shareOf(stuck, ({ state }) => Boolean(state.profile.assigneeId));
    expect(assigned).toBeGreaterThan(0.2);
    expect(assigned).toBeLessThan(0.8);
    expect(samples.some(({ state }) => (state.pause?.until ?? '') > now)).toBe(true);
  });

  it('every failure reason occurs, in failed and abandoned attempts or when access ends', () => {
    const attempts = samples.flatMap((sample) => attemptsOf(sample, now));
    const revoked = samples
      .flatMap(({ events }) => events)
      .some(
        ({ type, data }) => type === 'connection.disconnected' && data.status === 'Deauthorized',
      );
    const reasons = [
      ...attempts.map(({ failureReason }) => failureReason),
      ...attempts.map(({ outcome }) => (outcome === 'abandoned' ? outcome : null)),
      revoked ? ('access_revoked' as const) : null,
    ];
    expect(seen(reasons.filter((reason) => reason !== null))).toEqual(all(FAILURE_REASONS));
  });

  it('all software occurs, and complex software fails more often', () => {
    const attempts = samples.flatMap((sample) => attemptsOf(sample, now));
    const keys = attempts.map(({ software }) => software);
    expect(seen(keys)).toEqual(all(SOFTWARE.map(({ key }) => key)));
    const failing = (complexity: string) => {
      const these = SOFTWARE.filter((entry) => entry.complexity === complexity).map(
        ({ key }) => key,
      );
      const ended = attempts.filter(
        ({ software, outcome }) =>
          these.includes(software ?? '') && (outcome === 'failed' || outcome === 'authorized'),
      );
      return shareOf(ended, ({ outcome }) => outcome === 'failed');
    };
    expect(failing('complex')).toBeGreaterThan(2 * failing('simple'));
  });

  it('older journeys mostly led to a connection, within minutes to days', () => {
    const completed = shareOf(samples.filter(begun(30)), everConnected);
    expect(completed).toBeGreaterThan(0.7);
    expect(completed).toBeLessThan(0.89);
    const hours = samples
      .map(({ state }) => state.journeys[0]?.reachedAt ?? {})
      .flatMap(({ invited, authorized }) =>
        invited && authorized ? (Date.parse(authorized) - Date.parse(invited)) / 3_600_000 : [],
      );
    expect(shareOf(hours, (duration) => duration < 1)).toBeGreaterThan(0.05);
    expect(shareOf(hours, (duration) => duration < 7 * 24)).toBeGreaterThan(0.85);
  });

  it('one account manager has the harder customers: she is better than her raw conversion looks', () => {
    const complexityOf = ({ state }: Folded) =>
      softwareOf(state.journeys[0]?.software ?? '')?.complexity;
    const of = (manager: string) => {
      const own = samples
        .filter(begun(30))
        .filter(({ state }) => state.profile.accountManagerId === manager);
      const complex = own.filter((sample) => complexityOf(sample) === 'complex');
      return {
        raw: shareOf(own, everConnected),
        complex: complex.length / own.length,
        complexConnected: shareOf(complex, everConnected),
      };
    };
    const [lena, tom] = [of('manager'), of('colleague')];
    expect(lena.complex).toBeGreaterThan(tom.complex + 0.2);
    expect(lena.raw - tom.raw).toBeLessThan(0.1);
    expect(lena.complexConnected - tom.complexConnected).toBeGreaterThan(0.1);
  });

  it('groups have two to six subsidiaries, created after the parent and at different stages', () => {
    const groups = Map.groupBy(
      samples.filter(({ company }) => company?.parentId),
      ({ company }) => company?.parentId,
    );
    expect(groups.size).toBeGreaterThan(2);
    for (const [parentId, children] of groups) {
      const parent = samples.find(({ id }) => id === parentId);
      expect(children.length).toBeGreaterThanOrEqual(2);
      expect(children.length).toBeLessThanOrEqual(6);
      expect(new Set(children.map(({ journey }) => journey.stage)).size).toBeGreaterThan(1);
      const created = children.map(({ company }) => company?.created ?? '');
      expect(created.every((at) => at > (parent?.company?.created ?? at))).toBe(true);
    }
  });

  it('names occur in many scripts, and some are awkward', () => {
    const names = samples.map(({ state }) => state.profile.name ?? '');
    const awkward = [
      /\p{Script=Han}/u,
      /\p{Script=Arabic}/u,
      /\p{Script=Hebrew}/u,
      /\p{Script=Greek}/u,
      /\p{Script=Cyrillic}/u,
      /\p{Script=Devanagari}/u,
      /\p{Extended_Pictographic}/u,
      /’/,
      /&/,
      /</,
      /.{150}/,
    ];
    for (const kind of awkward) expect(names.some((name) => kind.test(name))).toBe(true);
    expect(new Set(names).size).toBeGreaterThan(370);
  });

  it('some have no email address and get their link manually', () => {
    const without = samples.filter(({ state }) => state.profile.contactEmail === null);
    expect(without.length).toBeGreaterThan(10);
    const channels = without
      .flatMap(({ events }) => events)
      .flatMap(({ type, data }) => (type === 'link.sent' ? data.channel : []));
    expect(seen(channels)).toEqual(['shared']);
  });

  it('some have an administrator contact, but most don’t', () => {
    const known = shareOf(samples, ({ state }) => Boolean(state.profile.contacts?.administrator));
    expect(known).toBeGreaterThan(0.2);
    expect(known).toBeLessThan(0.5);
  });

  it('little happens at weekends, and more recently than long ago', () => {
    const doneByCustomers = samples
      .flatMap(({ events }) => events)
      .filter(({ type }) => type === 'link.opened' || type === 'software.selected')
      .map(({ occurredAt }) => occurredAt);
    const onWeekends = shareOf(doneByCustomers, (at) => [0, 6].includes(new Date(at).getUTCDay()));
    expect(onWeekends).toBeLessThan(0.15);
    const recently = shareOf(doneByCustomers, (at) => at > addHours(now, -24 * 30));
    expect(recently).toBeGreaterThan(0.35);
  });

  it('most attempts fail on the day of the incident, but few in the four weeks before', () => {
    const ended = samples
      .flatMap((sample) => attemptsOf(sample, now))
      .filter(({ software }) => software === INCIDENT.software)
      .flatMap(({ outcome, endedAt }) =>
        endedAt && outcome !== 'abandoned' ? [{ failed: outcome === 'failed', endedAt }] : [],
      );
    const [today, weeksAgo] = [addHours(now, -24), addHours(now, -24 * 29)];
    const recently = ended.filter(({ endedAt }) => endedAt > today);
    const before = ended.filter(({ endedAt }) => endedAt > weeksAgo && endedAt <= today);
    const [rate, usual] = [recently, before].map((some) => shareOf(some, ({ failed }) => failed));
    expect(recently.filter(({ failed }) => failed).length).toBeGreaterThanOrEqual(5);
    expect(rate).toBeGreaterThan(0.5);
    expect(before.length).toBeGreaterThan(12);
    expect(usual).toBeLessThan(0.2);
    expect(usual).toBeGreaterThan(0);
  });
});
