import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useGetList } from 'react-admin';
import type { SoftwareRecord } from '../../api/software/resource.ts';
import { ASKED_ONCE } from './server/askedOnce.ts';

type Known = ReadonlyMap<string, SoftwareRecord>;

const AllSoftware = createContext<Known | undefined>(undefined);

/** Many times what Codat connects to. */
const MOST = 1000;

/** Asks for all accounting software once, as there are some dozens: the rows of a list need it to be drawn. */
export const SoftwareProvider = ({ children }: { children: ReactNode }) => {
  const { data, error } = useGetList<SoftwareRecord>(
    'software',
    { pagination: { page: 1, perPage: MOST }, sort: { field: 'name', order: 'ASC' } },
    ASKED_ONCE,
  );
  const known = useMemo(
    () => (data || error ? new Map(data?.map((one) => [one.id, one])) : undefined),
    [data, error],
  );
  return <AllSoftware value={known}>{children}</AllSoftware>;
};

/** The accounting software with an id; undefined until loaded, null when there is none. */
export const useSoftware = (id: string | null): SoftwareRecord | null | undefined => {
  const known = useContext(AllSoftware);
  if (id === null) return null;
  return known && (known.get(id) ?? null);
};
