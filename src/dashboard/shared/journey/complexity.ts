import type { Complexity } from '../../../journey/software-entry.ts';

export const COMPLEXITY_LABELS: Record<Complexity, string> = {
  simple: 'Simple',
  moderate: 'Moderate',
  complex: 'Complex',
};
