import Computer from '@mui/icons-material/Computer';
import Search from '@mui/icons-material/Search';
import { useCreatePath, useGetList } from 'react-admin';
import type { SoftwareRecord } from '../../../api/software/resource.ts';
import { formatNumber } from '../../../common/locale.ts';
import { customerEntry } from './customerEntry.ts';
import { begins, type Entry } from './entry.ts';
import { useRecent } from './recent.ts';
import { type Offered, useCommands } from './useCommands.ts';
import { useFoundCustomers } from './useFoundCustomers.ts';

const useSoftware = (): Entry[] => {
  const createPath = useCreatePath();
  const { data = [] } = useGetList<SoftwareRecord>('software', {
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'name', order: 'ASC' },
  });
  return data.map(({ id, name }) => ({
    ...{ key: id, group: 'Software', label: name, icon: Computer },
    to: createPath({ resource: 'software', type: 'show', id }),
  }));
};

/** Leads to the list of all customers that the query finds. Nowhere if there is none or one. */
const allMatches = (query: string, total: number | undefined): Entry[] =>
  total !== undefined && total < 2
    ? []
    : [
        {
          ...{ key: `all ${total}`, group: 'Customers', icon: Search },
          label: total
            ? `Show all ${formatNumber(total)} matches`
            : `Search customers for “${query}”`,
          to: `/customers?${new URLSearchParams({ filter: JSON.stringify({ q: query }) })}`,
        },
      ];

/** What the palette offers for a text: what was opened last and all commands, or else what the text finds. */
export const useEntries = (text: string, offered: Offered) => {
  const query = text.trim();
  const createPath = useCreatePath();
  const commands = useCommands(offered);
  const software = useSoftware();
  const recent = useRecent(query === '');
  const { customers, total, ...search } = useFoundCustomers(query);
  const entries = (query ? customers : recent).map((customer) =>
    customerEntry(customer, {
      to: createPath({ resource: 'customers', type: 'show', id: customer.id }),
      query,
    }),
  );
  if (query === '') return { ...search, error: null, entries: [...entries, ...commands] };
  return {
    ...search,
    entries: [
      ...[...commands, ...software].filter((entry) => begins(entry, query)),
      ...entries,
      // Last, because what is known at once stays where it is.
      ...(search.error ? [] : allMatches(query, total)),
    ],
  };
};
