import { useState } from 'react';
import { type RaRecord, useListContext } from 'react-admin';

export const NONE: ReadonlySet<RaRecord['id']> = new Set();

/** The list’s rows, which stay where they are while they are held. `show` takes in what changed meanwhile. */
export const useSteadyRows = (held: boolean) => {
  const context = useListContext();
  const { data, isPlaceholderData, page, perPage, sort, filter, filterValues } = context;
  const query = JSON.stringify([page, perPage, sort, filter, filterValues]);
  const [kept, setKept] = useState({ query, rows: data });
  const show = () => setKept({ query, rows: data });
  if (!(data && kept.rows && held && kept.query === query)) {
    if (!isPlaceholderData && (kept.rows !== data || kept.query !== query)) show();
    return { context, gone: NONE, changed: false, added: 0, show };
  }
  const fresh = new Map(data.map((row) => [row.id, row]));
  const known = new Set(kept.rows.map(({ id }) => id));
  const gone = new Set([...known].filter((id) => !fresh.has(id)));
  return {
    context: { ...context, data: kept.rows.map((row) => fresh.get(row.id) ?? row) },
    gone: gone.size > 0 ? gone : NONE,
    changed:
      kept.rows.length !== data.length || kept.rows.some(({ id }, index) => data[index]?.id !== id),
    added: data.filter(({ id }) => !known.has(id)).length,
    show,
  };
};
