import { personLabel } from '../../../common/person-label.ts';
import { usePerson } from './usePerson.ts';

/** A colleague's name, and that they have left if so. */
export const PersonName = ({ id }: { id: string }) => {
  const person = usePerson(id);
  if (person) return personLabel(person);
  return person === undefined ? '…' : 'former team member';
};
