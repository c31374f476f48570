import { addHours } from '../../journey/instant.ts';
import { compareActions, evidenceOf } from '../../journey/metrics/landmark.ts';
import type { Database } from '../database.ts';
import { countLandmarks, landmarkCells, landmarks } from './landmarks.ts';
import type { Scope } from './scope.ts';

/** What became of stuck customers with and without each action. */
export const actions = async (database: Database, scope: Scope, days: number) => {
  const all = await landmarks(database, scope, days);
  return { ...countLandmarks(all), actions: compareActions(landmarkCells(all)) };
};

/** Long enough for rare positions, short enough to be about how we work now. */
const EVIDENCE_DAYS = 180;

/** What became of stuck customers where an action was taken within a day, of the last half year. */
export const evidence = async (database: Database, asked: Omit<Scope, 'period'>) => {
  const period = { from: addHours(asked.now, -24 * EVIDENCE_DAYS), to: asked.now };
  return evidenceOf(landmarkCells(await landmarks(database, { ...asked, period }, 1)));
};
