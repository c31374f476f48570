import { useState } from 'react';
import { PersonField } from '../people/PersonField.tsx';
import { BulkDialog, type BulkProps } from './BulkDialog.tsx';

const WORDS = {
  assign: {
    title: 'Assign',
    action: 'Assign',
    done: 'assigned',
    label: 'Assignee',
    nobody: 'Nobody',
  },
  manager: {
    title: 'Set account manager of',
    action: 'Save',
    done: 'changed',
    label: 'Account manager',
    nobody: 'Nobody, or the owner in Codat',
  },
} as const;

type Props = BulkProps & { role: keyof typeof WORDS };

/** Gives all selected customers to a colleague, as the assignee or the account manager, or to nobody. */
export const BulkPersonDialog = ({ role, ...props }: Props) => {
  const [person, setPerson] = useState<string | null>();
  const { label, nobody, ...words } = WORDS[role];
  const change = (id: string | null) =>
    role === 'assign'
      ? ({ action: 'assign', assigneeId: id } as const)
      : ({ action: 'manager', accountManagerId: id } as const);
  return (
    <BulkDialog {...props} {...words} change={person === undefined ? null : change(person)}>
      <PersonField label={label} nobody={nobody} value={person} onChange={setPerson} />
    </BulkDialog>
  );
};
