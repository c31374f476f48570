import { Box, Button } from '@mui/material';
import { createContext, type ReactNode, useContext } from 'react';
import { ListContextProvider, type RaRecord } from 'react-admin';
import { counted } from '../format/counted.ts';
import { useHeld } from './useHeld.ts';
import { NONE, useSteadyRows } from './useSteadyRows.ts';

const Gone = createContext(NONE);

/** Whether a row no longer belongs to the list and is only kept in its place for now. */
export const useIsGone = () => {
  const gone = useContext(Gone);
  return ({ id }: RaRecord): boolean => gone.has(id);
};

/** Keeps rows in their places while someone is among them, until they leave or ask for what changed meanwhile. */
export const SteadyRows = ({ children }: { children: ReactNode }) => {
  const { box, held } = useHeld();
  const { context, gone, changed, added, show } = useSteadyRows(held);
  const take = () => {
    show();
    // The button goes, and with it the focus.
    box.current?.focus();
  };
  return (
    <ListContextProvider value={context}>
      <Gone value={gone}>
        <Box ref={box} tabIndex={-1} sx={{ position: 'relative', '&:focus': { outline: 'none' } }}>
          {/* Takes no place of its own, or else it would move the rows. */}
          <Box
            role="status"
            sx={{
              position: 'absolute',
              top: -14,
              insetInline: 0,
              textAlign: 'center',
              zIndex: 4,
              pointerEvents: 'none',
            }}
          >
            {changed && (
              <Button
                variant="contained"
                onClick={take}
                sx={{ pointerEvents: 'auto', borderRadius: 99, minHeight: 28, py: 0 }}
              >
                {added > 0 ? `${counted(added, 'new', 'new')} · Show` : 'List changed · Show'}
              </Button>
            )}
          </Box>
          {children}
        </Box>
      </Gone>
    </ListContextProvider>
  );
};
