import { FilterList, FilterListItem } from 'react-admin';
import { useUsedTags } from '../shared/customers/useUsedTags.ts';

/** More would push other filters out of sight. */
const MOST_SHOWN = 8;

/** Filters the queue by the tags that most customers have. Hidden while there are none. */
export const TagFilters = () => {
  const tags = useUsedTags().slice(0, MOST_SHOWN);
  if (tags.length === 0) return null;
  return (
    <FilterList label="Tags" icon={null}>
      {tags.map((label) => (
        <FilterListItem key={label} label={label} value={{ labels: label }} />
      ))}
    </FilterList>
  );
};
