import { useMemo } from 'react';
import { useStore } from 'react-admin';
import type { ViewRecord } from '../../../api/views/record.ts';

/** The columns that a page’s table can show, and those that it hides until people choose them. */
export type Columns = { page: string; all: readonly string[]; hidden: readonly string[] };

/** The columns of a table: those of a saved view, or else the page’s own, as people changed them in this browser. */
export const useColumns = ({ page, all, hidden: atFirst }: Columns, view?: ViewRecord) => {
  const start = useMemo(() => {
    const kept = view?.columns.filter((column) => all.includes(column)) ?? [];
    if (kept.length === 0) return { order: [...all], hidden: [...atFirst] };
    const others = all.filter((column) => !kept.includes(column));
    return { order: [...kept, ...others], hidden: others };
  }, [all, atFirst, view?.columns]);
  const storeKey = `${view ? `views.${view.id}` : page}.datatable`;
  const [hidden] = useStore(storeKey, start.hidden);
  const [ranks = []] = useStore<number[]>(`${storeKey}_columnRanks`);
  const ordered = start.order.map((column, index) => start.order[ranks[index] ?? index] ?? column);
  return { storeKey, ...start, shown: ordered.filter((column) => !hidden.includes(column)) };
};
