import { SelectInput, type SelectInputProps } from 'react-admin';
import { useUsedTags } from '../shared/customers/useUsedTags.ts';

/** Filters customers by one of the tags in use. */
export const TagFilterInput = (props: SelectInputProps) => {
  const tags = useUsedTags();
  return <SelectInput {...props} choices={tags.map((id) => ({ id, name: id }))} />;
};
