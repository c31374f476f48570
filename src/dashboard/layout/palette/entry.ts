import type { SvgIcon } from '@mui/material';
import { foldText } from '../../../common/fold-text.ts';

/** What the palette offers: it leads to a page, or does something. */
export type Entry = {
  key: string;
  group: 'Recently opened' | 'Pages' | 'Actions' | 'Software' | 'Customers';
  label: string;
  /** Its second line. */
  details?: string;
  synonyms?: string | undefined;
  icon: typeof SvgIcon;
} & ({ to: string } | { run: () => void });

/** Whether each word of a query begins one of the entry’s words. */
export const begins = ({ label, synonyms }: Entry, query: string): boolean => {
  const words = foldText(`${label} ${synonyms ?? ''}`).split(' ');
  return foldText(query)
    .split(' ')
    .every((sought) => words.some((word) => word.startsWith(sought)));
};
