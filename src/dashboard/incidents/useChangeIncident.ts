import { useNotify, useUpdate } from 'react-admin';
import type { IncidentRecord } from '../../api/incidents/resource.ts';

type Changes = Partial<Pick<IncidentRecord, 'ownerId' | 'closed'>>;

/** Shows a change of an incident at once and sends it a few seconds later. Until then it can be undone. */
export const useChangeIncident = (incident: IncidentRecord) => {
  const [update] = useUpdate<IncidentRecord, Error>();
  const notify = useNotify();
  return (data: Changes, message: string) =>
    update(
      'incidents',
      { id: incident.id, data, previousData: incident },
      {
        mutationMode: 'undoable',
        onSuccess: () => notify(message, { undoable: true }),
        onError: (error) => notify(error.message, { type: 'error' }),
      },
    );
};
