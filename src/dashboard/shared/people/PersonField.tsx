import { useGetIdentity, useGetList } from 'react-admin';
import type { UserRecord } from '../../../api/users/resource.ts';
import { SelectField } from '../sending/SelectField.tsx';

/** No user’s id. A select shows no label for an empty value. */
const NOBODY = 'nobody';

const ACTIVE_BY_NAME = {
  filter: { active: true },
  pagination: { page: 1, perPage: 500 },
  sort: { field: 'name', order: 'ASC' },
} as const;

type Props = {
  label: string;
  /** What the choice of nobody is called. */
  nobody: string;
  /** Null for nobody; undefined until one is chosen. */
  value: string | null | undefined;
  onChange: (id: string | null) => void;
};

/** Chooses a colleague or nobody, outside a form. Oneself comes first. */
export const PersonField = ({ label, nobody, value, onChange }: Props) => {
  const { identity } = useGetIdentity();
  const { data: people = [] } = useGetList<UserRecord>('users', ACTIVE_BY_NAME);
  const me = people.filter(({ id }) => id === identity?.id);
  const others = people.filter(({ id }) => id !== identity?.id);
  return (
    <SelectField
      label={label}
      value={value === undefined ? '' : (value ?? NOBODY)}
      choices={[
        ...me.map(({ id, name }) => ({ value: id, label: `Me (${name})` })),
        { value: NOBODY, label: nobody },
        ...others.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(chosen) => onChange(chosen === NOBODY ? null : chosen)}
    />
  );
};
