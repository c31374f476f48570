import { toInstant } from '../../../journey/instant.ts';
import { incidentFigures } from '../../../journey/metrics/incidents/figures.ts';
import { useNow } from '../format/useNow.ts';
import { Pill } from '../Pill.tsx';
import { useOpenIncidents } from './useOpenIncidents.ts';

/** Marks software that fails for more customers than usual. */
export const IncidentPill = ({ software }: { software: string }) => {
  const { data = [] } = useOpenIncidents();
  const now = useNow();
  const incident = data.find((one) => one.software === software);
  return (
    incident && (
      <span title={incidentFigures(incident, toInstant(now))}>
        <Pill tone="warn">Failing now</Pill>
      </span>
    )
  );
};
