import { useEffect, useState } from 'react';
import { useIsDialogOpen } from '../dialogs/OpenDialogs.tsx';
import { useTakenCase } from '../next-case/takenCase.ts';
import { tellAbsence, tellPresence } from './tab.ts';

const BEAT_MS = 15_000;

/**
 * Tells colleagues that someone looks at a customer, for as long as the page shows them: or works on them, once they were
 * handed out as the next case, while a dialog is open, and from the first character typed.
 */
export const Presence = ({ customerId }: { customerId: string }) => {
  const typed = useTyped(customerId);
  const dialog = useIsDialogOpen();
  const taken = useTakenCase() !== null;
  const kind = typed || dialog || taken ? 'working' : 'viewing';

  useEffect(() => {
    const leave = () => tellAbsence(customerId);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [customerId]);

  useEffect(() => {
    const stay = () => tellPresence(customerId, kind);
    stay();
    const timer = setInterval(stay, BEAT_MS);
    // Browsers keep some pages for when people go back to them.
    window.addEventListener('pageshow', stay);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pageshow', stay);
    };
  }, [customerId, kind]);

  return null;
};

/** Whether anything was typed on the customer’s page. */
const useTyped = (customerId: string): boolean => {
  const [typedAt, setTypedAt] = useState<string>();
  useEffect(() => {
    const notice = ({ target }: Event) => {
      if (target instanceof Element && target.closest('main')) setTypedAt(customerId);
    };
    document.addEventListener('input', notice);
    return () => document.removeEventListener('input', notice);
  }, [customerId]);
  return typedAt === customerId;
};
