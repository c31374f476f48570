import { Card } from '@mui/material';
import type { ReactNode } from 'react';
import { Pagination, useListContext } from 'react-admin';
import { EmptyState } from '../EmptyState.tsx';
import { ClearFilters, FilterChips, type FilterLabels } from './FilterChips.tsx';
import { ListFailure } from './ListFailure.tsx';
import { SteadyRows } from './SteadyRows.tsx';
import { useDropInvalid } from './useDropInvalid.ts';

type Props = {
  /** The title when no row matches the filters, such as “No emails found”. */
  noMatches: string;
  /** Shown when there is nothing to list yet. */
  empty: ReactNode;
  /** The filters that the page shows by itself, such as in a form. Others show as chips. */
  shown?: readonly string[];
  /** How chips name filters. */
  labels?: FilterLabels;
  children: ReactNode;
};

/** A list’s filters, its rows or why there are none, and its pages. */
export const ListRows = ({ noMatches, empty, shown, labels, children }: Props) => {
  useDropInvalid();
  return (
    <>
      <FilterChips shown={shown} labels={labels} />
      <Rows noMatches={noMatches} empty={empty}>
        {children}
      </Rows>
    </>
  );
};

const Rows = ({ noMatches, empty, children }: Pick<Props, 'noMatches' | 'empty' | 'children'>) => {
  const { data, error, filterValues } = useListContext();
  const filtered = Object.keys(filterValues).length > 0;
  if (error && !data) return <ListFailure />;
  if (data?.length === 0)
    return (
      <Card>{filtered ? <EmptyState title={noMatches} action={<ClearFilters />} /> : empty}</Card>
    );
  return (
    <>
      <SteadyRows>
        <Card sx={{ overflowX: 'auto' }}>{children}</Card>
      </SteadyRows>
      <Pagination />
    </>
  );
};
