import type { ContactImportLineRecord } from '../../api/contact-imports/lines-resource.ts';
import type { UserRecord } from '../../api/users/resource.ts';
import { personLabel } from '../../common/person-label.ts';

const OUTCOMES = { change: 'Change', unchanged: 'No change', faulty: 'Error' } as const;

type Imported = ContactImportLineRecord['after'];

/** By ID. */
export type People = Record<string, Pick<UserRecord, 'name' | 'active'>>;

const inOneLine = (imported: Imported): string =>
  [imported?.name, imported?.email, imported?.phone].filter(Boolean).join(' · ');

const managerOf = (imported: Imported, people: People): string => {
  const manager = people[imported?.accountManagerId ?? ''];
  return manager ? personLabel(manager) : '';
};

/** A row of the file in the report of its import. */
export const reportRow = (line: ContactImportLineRecord, people: People) => ({
  Row: line.line,
  Outcome: OUTCOMES[line.outcome],
  'Customer ID': line.customerId ?? '',
  Role: line.role ?? '',
  Before: inOneLine(line.before),
  After: inOneLine(line.after),
  'Account manager before': managerOf(line.before, people),
  'Account manager after': managerOf(line.after, people),
  Problem: line.problem ?? '',
  'Text in file': line.raw ?? '',
});
