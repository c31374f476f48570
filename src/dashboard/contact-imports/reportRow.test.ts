import { expect, it } from 'vitest';
import { reportRow } from './reportRow.ts';

it('names the account managers of a row in the report, and says who has left', () => {
  const contact = { name: 'Ada', email: 'ada@acme.example', phone: null };
  const line = {
    ...{ id: 'import:2', importId: 'import', line: 2, customerId: 'acme' },
    ...({ outcome: 'change', role: 'main', problem: null, raw: null } as const),
    before: { ...contact, accountManagerId: 'lou' },
    after: { ...contact, accountManagerId: 'bo' },
  };
  const people = { lou: { name: 'Lou', active: false }, bo: { name: 'Bo', active: true } };
  expect(reportRow(line, people)).toMatchObject({
    ...{ Row: 2, Outcome: 'Change', After: 'Ada · ada@acme.example' },
    ...{ 'Account manager before': 'Lou (left)', 'Account manager after': 'Bo' },
  });
});
