import { useNotify, useUpdate } from 'react-admin';
import type { RaisedCaseRecord } from '../../../api/raised-cases/record.ts';

type Changes = Partial<Pick<RaisedCaseRecord, 'state' | 'note' | 'reference'>>;

/** Shows a change of a raised case at once and sends it a few seconds later. Until then it can be undone. */
export const useChangeCase = (raised: RaisedCaseRecord) => {
  const [update] = useUpdate<RaisedCaseRecord, Error>();
  const notify = useNotify();
  return (data: Changes, message: string) =>
    update(
      'raised-cases',
      { id: raised.id, data, previousData: raised },
      {
        mutationMode: 'undoable',
        onSuccess: () => notify(message, { undoable: true }),
        onError: (error) => notify(error.message, { type: 'error' }),
      },
    );
};
