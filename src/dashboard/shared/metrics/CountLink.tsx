import { formatNumber } from '../../../common/locale.ts';
import { type CustomersFilter, CustomersLink } from './CustomersLink.tsx';

type Props = { count: number; filter: CustomersFilter };

/** A number of customers, with a link to them. Nobody has no list. */
export const CountLink = ({ count, filter }: Props) =>
  count === 0 ? <>0</> : <CustomersLink filter={filter}>{formatNumber(count)}</CustomersLink>;
