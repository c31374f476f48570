import { createContext, type ReactNode, Suspense, use, useCallback, useRef, useState } from 'react';
import { useLocation } from 'react-router-dom';

/** Shows a dialog, given what closes it. */
type OpenDialog = (dialog: (close: () => void) => ReactNode) => void;

const Context = createContext<OpenDialog>(() => {
  throw new Error('Dialogs open only within OpenDialogs.');
});

/**
 * Opens a dialog that outlives what opened it: a row leaves the queue and a card disappears once the customer moves on,
 * and must not take with it what someone is typing. Going to another page closes it.
 */
export const useOpenDialog = (): OpenDialog => use(Context);

const IsOpen = createContext(false);

/** Whether such a dialog is open. */
export const useIsDialogOpen = (): boolean => use(IsOpen);

/** Shows the dialogs that parts of a page open, the last one on top. */
export const OpenDialogs = ({ children }: { children: ReactNode }) => {
  const [dialogs, setDialogs] = useState<{ key: number; shown: ReactNode }[]>([]);
  const opened = useRef(0);
  const open = useCallback<OpenDialog>((dialog) => {
    opened.current += 1;
    const key = opened.current;
    const close = () => setDialogs((all) => all.filter((one) => one.key !== key));
    setDialogs((all) => [...all, { key, shown: dialog(close) }]);
  }, []);

  const { pathname } = useLocation();
  const [page, setPage] = useState(pathname);
  if (page !== pathname) {
    setPage(pathname);
    setDialogs([]);
  }
  return (
    <Context value={open}>
      <IsOpen value={dialogs.length > 0}>{children}</IsOpen>
      {dialogs.map(({ key, shown }) => (
        <Suspense key={key}>{shown}</Suspense>
      ))}
    </Context>
  );
};
