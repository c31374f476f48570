import { type OpenIncident, openIncidents } from '../../database/incidents/open-incidents.ts';
import { incidentFigures } from '../../journey/metrics/incidents/figures.ts';
import { customersPath } from '../paths.ts';
import type { Find } from './finding.ts';

/**
 * Software that fails for more customers than usual, with as many of them as the recipient may see. An account manager
 * hears of it if one of theirs failed.
 */
export const findIncidents: Find = async (database, _alert, scope, now) => {
  const { portfolio, software, accountManagerId } = scope;
  const limited = portfolio !== null || accountManagerId !== undefined;
  const own = new Map(
    (await openIncidents(database, scope, now)).map((one) => [one.id, one.evidence.failed]),
  );
  const concerns = ({ id, ...incident }: OpenIncident): boolean =>
    (software ?? incident.software) === incident.software && (!limited || (own.get(id) ?? 0) > 0);
  const found = await openIncidents(database, { portfolio }, now);
  return found.filter(concerns).map((incident) => ({
    ...{ subject: incident.software, customerId: null, label: incident.name },
    reason: incidentFigures(incident, now),
    path: customersPath({
      incidentId: incident.id,
      ...(accountManagerId !== undefined && { accountManagerId }),
    }),
  }));
};
