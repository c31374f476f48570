import { useLocation } from 'react-router-dom';

/** What the address of a customer’s page remembers, also when it is loaded again: it was opened as the next case, of a list. */
export type TakenCase = { nextCaseOf: Record<string, unknown> };

const isTakenCase = (state: unknown): state is TakenCase =>
  typeof state === 'object' &&
  state !== null &&
  'nextCaseOf' in state &&
  typeof state.nextCaseOf === 'object' &&
  state.nextCaseOf !== null;

/** How the customer was opened, if as the next case. */
export const useTakenCase = (): TakenCase | null => {
  const state: unknown = useLocation().state;
  return isTakenCase(state) ? state : null;
};
