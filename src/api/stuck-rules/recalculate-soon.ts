import { requestRecalculation } from '../../database/thresholds/recalculate.ts';
import type { ApiRequest } from '../kit/request.ts';

/** Lets a change of settings, in the transaction that makes it, reach the customers whose moment of getting stuck it moves. */
export const recalculateSoon = async ({ ports, now }: ApiRequest): Promise<void> => {
  await requestRecalculation(ports.database, now);
  await ports.recalculateLater(ports.database);
};
