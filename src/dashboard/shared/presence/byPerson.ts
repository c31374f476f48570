import type { PresenceRecord } from '../../../api/presence/resource.ts';

/** A colleague at a customer, and whether they work on the case. */
export type Colleague = Pick<PresenceRecord, 'userId' | 'kind'>;

/** Each colleague once, however many tabs they have, those who work on the case first. */
export const byPerson = (tabs: readonly PresenceRecord[]): Colleague[] => {
  const working = tabs.filter(({ kind }) => kind === 'working');
  const all = [...working, ...tabs.filter(({ kind }) => kind === 'viewing')];
  return all.filter((tab, index) => all.findIndex(({ userId }) => userId === tab.userId) === index);
};
