import { useReference } from 'react-admin';
import type { IncidentRecord } from '../../../api/incidents/resource.ts';
import { exactTime } from '../format/duration.ts';
import { useSoftware } from '../useSoftware.tsx';

/** An incident by its software and start. */
export const IncidentName = ({ id }: { id: string }) => {
  const { referenceRecord: incident } = useReference<IncidentRecord>({
    reference: 'incidents',
    id,
  });
  const name = useSoftware(incident?.software ?? null)?.name;
  return <>{incident && name ? `${name} failing from ${exactTime(incident.startedAt)}` : '…'}</>;
};
