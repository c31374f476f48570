import type { IncidentRecord } from '../../api/incidents/resource.ts';
import { Ago } from '../shared/format/Ago.tsx';
import { Pill } from '../shared/Pill.tsx';
import { PersonName } from '../shared/people/PersonName.tsx';
import { TwoLines } from '../shared/TwoLines.tsx';

/** Whether it lasts. One that a colleague closed may still last, but nobody is warned of it. */
export const IncidentState = ({ incident }: { incident: IncidentRecord }) => {
  const { endedAt, closedAt, closedById } = incident;
  if (endedAt)
    return (
      <TwoLines first={<Pill tone="good">Over</Pill>} second={<Ago at={endedAt} suffix=" ago" />} />
    );
  if (closedAt)
    return (
      <TwoLines
        first={<Pill tone="neutral">Closed</Pill>}
        second={closedById && <PersonName id={closedById} />}
      />
    );
  return <Pill tone="warn">Failing now</Pill>;
};
