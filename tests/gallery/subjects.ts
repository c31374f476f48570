import type { CodatCheckRecord } from '../../src/api/codat-checks/resource.ts';
import type { ContactImportRecord } from '../../src/api/contact-imports/resource.ts';
import type { CustomerRecord } from '../../src/api/customers/resource.ts';
import type { RaisedCaseRecord } from '../../src/api/raised-cases/record.ts';
import type { CodatSettingsRecord } from '../../src/api/settings/codat-settings.ts';
import type { WorkspaceSettingsRecord } from '../../src/api/settings/workspace-settings.ts';
import type { SoftwareRecord } from '../../src/api/software/resource.ts';
import type { StuckRuleRecord } from '../../src/api/stuck-rules/resource.ts';
import type { UserRecord } from '../../src/api/users/resource.ts';
import { dataProvider } from '../../src/dashboard/dataProvider.ts';
import { QUIET_CUSTOMER } from './network.ts';
import type { State } from './plan.ts';

/** The records that components are given. */
export type Subjects = {
  /** In the state `empty` a customer without details, otherwise one who is stuck. */
  customer: CustomerRecord;
  /** The ID of a customer with subsidiaries. */
  parentId: string;
  /** The software of the customer who is stuck. */
  software: SoftwareRecord;
  contactImport: ContactImportRecord;
  /** A colleague with customers. */
  colleague: UserRecord;
  codatSettings: CodatSettingsRecord;
  /** Of a customer who is stuck. */
  codatCheck: CodatCheckRecord;
  raisedCase: RaisedCaseRecord;
  stuckRule: StuckRuleRecord;
  workspace: WorkspaceSettingsRecord;
};

const first = async <R extends { id: string }>(
  resource: string,
  filter: Record<string, unknown> = {},
  field = 'id',
): Promise<R> => {
  const { data } = await dataProvider.getList<R>(resource, {
    filter,
    sort: { field, order: 'DESC' },
    pagination: { page: 1, perPage: 1 },
  });
  const [record] = data;
  if (!record) throw new Error(`No ${resource} match ${JSON.stringify(filter)}.`);
  return record;
};

/** Reads the records from the API with samples. */
export const findSubjects = async (): Promise<(state: State) => Subjects> => {
  const stuck = await first<CustomerRecord>(
    'customers',
    { stuck: true, stage: 'initiated', failedAttempts_gte: 1 },
    'failedAttempts',
  );
  const quiet = await first<CustomerRecord>('customers', { q: QUIET_CUSTOMER });
  const { parentId } = await first<CustomerRecord>('customers', { parentId_neq: null });
  const rest = {
    parentId: parentId ?? '',
    software: await first<SoftwareRecord>('software', { id: stuck.software }),
    contactImport: await first<ContactImportRecord>('contact-imports'),
    colleague: await first<UserRecord>('users', { role: 'manager' }),
    codatCheck: await first<CodatCheckRecord>('codat-checks'),
    raisedCase: await first<RaisedCaseRecord>('raised-cases'),
    workspace: await first<WorkspaceSettingsRecord>('workspace-settings'),
    stuckRule: await first<StuckRuleRecord>('stuck-rules', { id: 'no_data' }),
    codatSettings: (
      await dataProvider.getOne<CodatSettingsRecord>('codat-settings', { id: 'codat' })
    ).data,
  };
  return (state) => ({ ...rest, customer: state === 'empty' ? quiet : stuck });
};
