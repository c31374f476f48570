import { Box } from '@mui/material';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { ListContextProvider, type RaRecord, useListContext } from 'react-admin';
import { Pill } from '../Pill.tsx';

const NONE: ReadonlySet<RaRecord['id']> = new Set();
const Gone = createContext(NONE);

/** Whether a row no longer belongs to the list and is only kept in its place for now. */
export const useIsGone = () => {
  const gone = useContext(Gone);
  return ({ id }: RaRecord): boolean => gone.has(id);
};

/** Keeps rows in their places while the pointer is among them. What changed meanwhile shows once it leaves. */
export const SteadyRows = ({ children }: { children: ReactNode }) => {
  const { box, pointed } = usePointed();
  const { context, gone, waiting } = useSteadyRows(pointed);
  return (
    <ListContextProvider value={context}>
      <Gone value={gone}>
        <Box ref={box} sx={{ position: 'relative' }}>
          {/* Takes no place of its own, or else it would move the rows. */}
          <Box
            role="status"
            sx={{
              position: 'absolute',
              top: -11,
              insetInline: 0,
              textAlign: 'center',
              zIndex: 4,
              pointerEvents: 'none',
            }}
          >
            {waiting && <Pill tone="brand">List changed. Move the pointer away to update</Pill>}
          </Box>
          {children}
        </Box>
      </Gone>
    </ListContextProvider>
  );
};

/** Whether the pointer is over an element. Not by React’s events, which also report menus opened from inside it. */
const usePointed = () => {
  const box = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState(false);
  useEffect(() => {
    const element = box.current;
    const enter = () => setPointed(true);
    const leave = () => setPointed(false);
    element?.addEventListener('pointerenter', enter);
    element?.addEventListener('pointerleave', leave);
    return () => {
      element?.removeEventListener('pointerenter', enter);
      element?.removeEventListener('pointerleave', leave);
    };
  }, []);
  return { box, pointed };
};

const useSteadyRows = (pointed: boolean) => {
  const context = useListContext();
  const { data, isPlaceholderData, page, perPage, sort, filterValues } = context;
  const query = JSON.stringify([page, perPage, sort, filterValues]);
  const [kept, setKept] = useState({ query, rows: data });
  if (!(data && kept.rows && pointed && kept.query === query)) {
    if (!isPlaceholderData && (kept.rows !== data || kept.query !== query))
      setKept({ query, rows: data });
    return { context, gone: NONE, waiting: false };
  }
  const fresh = new Map(data.map((row) => [row.id, row]));
  const waiting =
    kept.rows.length !== data.length || kept.rows.some(({ id }, index) => data[index]?.id !== id);
  return {
    context: { ...context, data: kept.rows.map((row) => fresh.get(row.id) ?? row) },
    gone: new Set(kept.rows.map(({ id }) => id).filter((id) => !fresh.has(id))),
    waiting,
  };
};
