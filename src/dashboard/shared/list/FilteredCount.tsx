import { useListContext } from 'react-admin';
import { formatNumber } from '../../../common/locale.ts';
import type { ResourceName } from '../../../common/permissions.ts';
import { counted } from '../format/counted.ts';
import { useCount } from '../useCount.ts';

type Props = {
  resource: ResourceName;
  /** The list’s own filter, which people can’t remove. */
  filter?: object;
  one: string;
  many: string;
};

/** How many records a list has, as in “399 customers”, or “24 of 399” when it is filtered. */
export const FilteredCount = ({ resource, filter = {}, one, many }: Props) => {
  const { total, filterValues } = useListContext();
  const all = useCount(resource, filter);
  if (total === undefined) return null;
  return Object.keys(filterValues).length > 0 && all !== undefined
    ? `${formatNumber(total)} of ${formatNumber(all)}`
    : counted(total, one, many);
};
