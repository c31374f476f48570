import { type HttpError, useNotify, useUpdate } from 'react-admin';
import type { ContactImportRecord } from '../../api/contact-imports/resource.ts';
import { counted } from '../shared/format/counted.ts';

const messageOf = ({ state, appliedAt, changes }: ContactImportRecord): string => {
  if (state === 'applied') return `${counted(changes, 'contact', 'contacts')} updated`;
  return appliedAt ? 'Import undone' : 'Import discarded';
};

/** Applies, undoes or discards an import, and notifies when it is done. */
export const useImportStep = (one: ContactImportRecord) => {
  const [update, { isPending }] = useUpdate<ContactImportRecord, HttpError>();
  const notify = useNotify();
  const take = (state: 'applied' | 'undone') =>
    update(
      'contact-imports',
      { id: one.id, data: { state }, previousData: one },
      {
        onSuccess: (done) => notify(messageOf(done)),
        onError: (error) => notify(error.message, { type: 'error' }),
      },
    );
  return { take, isPending };
};
