import { useState } from 'react';
import { PersonField } from '../people/PersonField.tsx';
import { BulkForm, type BulkProps } from './BulkForm.tsx';

const WORDS = {
  assignee: {
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

type Props = BulkProps & { as: keyof typeof WORDS };

/** Gives all selected customers to a colleague, as the assignee or the account manager, or to nobody. */
export const BulkPersonDialog = ({ as, ...props }: Props) => {
  const [person, setPerson] = useState<string | null>();
  const { label, nobody, ...words } = WORDS[as];
  const change = (id: string | null) =>
    as === 'assignee'
      ? ({ action: 'assign', assigneeId: id } as const)
      : ({ action: 'manager', accountManagerId: id } as const);
  return (
    <BulkForm {...props} {...words} change={person === undefined ? null : change(person)}>
      <PersonField label={label} nobody={nobody} value={person} onChange={setPerson} />
    </BulkForm>
  );
};
