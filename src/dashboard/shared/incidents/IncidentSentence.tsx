import type { IncidentRecord } from '../../../api/incidents/resource.ts';
import { toInstant } from '../../../journey/instant.ts';
import { incidentFigures } from '../../../journey/metrics/incidents/figures.ts';
import { percentRange } from '../figures/labels.ts';
import { counted } from '../format/counted.ts';
import { useNow } from '../format/useNow.ts';
import { CustomersLink } from '../metrics/CustomersLink.tsx';

/** The evidence of an incident, and a link to exactly the customers who failed. */
export const IncidentSentence = ({ incident }: { incident: IncidentRecord }) => {
  const now = toInstant(useNow());
  const { id, evidence } = incident;
  const { failed, deleted, interval } = evidence;
  const listed = failed - deleted;
  return (
    <span>
      <span title={interval ? `95% confidence interval: ${percentRange(interval)}` : undefined}>
        {incidentFigures(incident, now)}
      </span>
      {listed > 0 && (
        <>
          {'. '}
          <CustomersLink filter={{ incidentId: id }}>
            {`View ${counted(listed, 'affected customer', 'affected customers')}`}
          </CustomersLink>
        </>
      )}
    </span>
  );
};
