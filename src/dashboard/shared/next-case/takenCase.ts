import { useLocation } from 'react-router-dom';
import { z } from 'zod';

/** What the address of a customer’s page remembers, also when it is loaded again: it was opened as the next case, of a list. */
const takenCase = z.object({ nextCaseOf: z.record(z.string(), z.unknown()) });
export type TakenCase = z.output<typeof takenCase>;

/** How the customer was opened, if as the next case. */
export const useTakenCase = (): TakenCase | null =>
  takenCase.safeParse(useLocation().state).data ?? null;
