/**
 * For what many parts of a page ask for, such as the names in its rows: whichever appear within two seconds share an
 * answer, and they render again for nothing but the answer.
 */
export const ASKED_ONCE = {
  staleTime: 2000,
  notifyOnChangeProps: ['data', 'error'],
} satisfies { staleTime: number; notifyOnChangeProps: ('data' | 'error')[] };
