import { getTableColumns, sql } from 'drizzle-orm';
import { nameIn } from '../../database/derived-columns.ts';
import { customers, raisedCases, software, users } from '../../database/schema/index.ts';
import { create } from '../kit/create.ts';
import type { Resource } from '../kit/resource.ts';
import { update } from '../kit/update.ts';
import { writable } from '../kit/writable.ts';
import { change, raise } from './changes.ts';
import { caseNote, caseReference, caseText, newRaisedCase } from './forms.ts';
import { type RaisedCaseRecord, raisedCaseRecord } from './record.ts';

const ofCustomer = (column: typeof customers.name | typeof customers.lastSignalAt) =>
  sql`(select ${column} from ${customers} where ${customers.id} = ${raisedCases.customerId})`;

const fields = {
  ...getTableColumns(raisedCases),
  movedOnAt: sql<string | null>`(case when ${raisedCases.state} = 'open'
    and ${ofCustomer(customers.lastSignalAt)} > ${raisedCases.raisedAt}
    then ${ofCustomer(customers.lastSignalAt)} end)`.mapWith(raisedCases.raisedAt),
};

/** Customers’ cases that were raised with Codat’s support. */
export const raisedCasesResource: Resource<RaisedCaseRecord> = {
  name: 'raised-cases',
  table: raisedCases,
  record: raisedCaseRecord,
  fields: () => fields,
  select: ({ ports: { database } }) => database.select(fields).from(raisedCases).$dynamic(),
  searched: [
    raisedCases.reference,
    raisedCases.text,
    raisedCases.customerId,
    ofCustomer(customers.name),
  ],
  sortedBy: {
    software: nameIn(software, raisedCases.software),
    raisedById: nameIn(users, raisedCases.raisedById),
  },
  customer: raisedCases.customerId,
  defaultSort: ['raisedAt', 'DESC'],
  create: create(newRaisedCase, raise),
  update: update(
    writable(raisedCaseRecord, {
      text: caseText,
      reference: caseReference,
      note: caseNote,
      state: raisedCaseRecord.shape.state,
    }),
    change,
  ),
};
