import { type ReactNode, useEffect, useRef } from 'react';
import { ListContextProvider, useList } from 'react-admin';
import type { CustomerRecord } from '../../../src/api/customers/resource.ts';
import type { ViewRecord } from '../../../src/api/views/record.ts';
import { AlertDialog } from '../../../src/dashboard/alerts/AlertDialog.tsx';
import { CreateKeyDialog } from '../../../src/dashboard/api-keys/CreateKeyDialog.tsx';
import type { NewApiKeyRecord } from '../../../src/dashboard/api-keys/labels.ts';
import { NewKeyDialog } from '../../../src/dashboard/api-keys/NewKeyDialog.tsx';
import { RotateKeyDialog } from '../../../src/dashboard/api-keys/RotateKeyDialog.tsx';
import { AddCustomerDialog } from '../../../src/dashboard/customers/actions/AddCustomerDialog.tsx';
import { CloseDialog } from '../../../src/dashboard/customers/actions/CloseDialog.tsx';
import { EraseDialog } from '../../../src/dashboard/customers/actions/EraseDialog.tsx';
import { TagsDialog } from '../../../src/dashboard/customers/actions/TagsDialog.tsx';
import { COMMANDS, MENU } from '../../../src/dashboard/definitions.ts';
import { NoteDialog } from '../../../src/dashboard/incidents/NoteDialog.tsx';
import { Palette } from '../../../src/dashboard/layout/palette/Palette.tsx';
import { ShortcutsDialog } from '../../../src/dashboard/layout/ShortcutsDialog.tsx';
import { BulkCloseDialog } from '../../../src/dashboard/shared/bulk/BulkCloseDialog.tsx';
import { BulkPauseDialog } from '../../../src/dashboard/shared/bulk/BulkPauseDialog.tsx';
import { BulkPersonDialog } from '../../../src/dashboard/shared/bulk/BulkPersonDialog.tsx';
import { BulkTagDialog } from '../../../src/dashboard/shared/bulk/BulkTagDialog.tsx';
import { BulkCheckDialog } from '../../../src/dashboard/shared/codat-checks/BulkCheckDialog.tsx';
import { CheckProgressDialog } from '../../../src/dashboard/shared/codat-checks/CheckProgressDialog.tsx';
import { AccountManagerDialog } from '../../../src/dashboard/shared/customers/AccountManagerDialog.tsx';
import { EditContactDialog } from '../../../src/dashboard/shared/customers/EditContactDialog.tsx';
import { LogCallDialog } from '../../../src/dashboard/shared/customers/LogCallDialog.tsx';
import { CallChecklistButton } from '../../../src/dashboard/shared/guides/CallChecklistButton.tsx';
import { GuideDialog } from '../../../src/dashboard/shared/guides/GuideDialog.tsx';
import { PauseDialog } from '../../../src/dashboard/shared/pause/PauseDialog.tsx';
import { DatesDialog } from '../../../src/dashboard/shared/period/DatesDialog.tsx';
import { RaiseDialog } from '../../../src/dashboard/shared/raised-cases/RaiseDialog.tsx';
import { ReferenceDialog } from '../../../src/dashboard/shared/raised-cases/ReferenceDialog.tsx';
import { ResolveDialog } from '../../../src/dashboard/shared/raised-cases/ResolveDialog.tsx';
import { BulkSendDialog } from '../../../src/dashboard/shared/sending/BulkSendDialog.tsx';
import { SendEmailDialog } from '../../../src/dashboard/shared/sending/SendEmailDialog.tsx';
import { ChangeViewDialog } from '../../../src/dashboard/shared/views/ChangeViewDialog.tsx';
import { DeleteViewDialog } from '../../../src/dashboard/shared/views/DeleteViewDialog.tsx';
import { ViewDialog } from '../../../src/dashboard/shared/views/ViewDialog.tsx';
import { ComplexityDialog } from '../../../src/dashboard/software/ComplexityDialog.tsx';
import { DeactivateDialog } from '../../../src/dashboard/team/DeactivateDialog.tsx';
import { InviteDialog } from '../../../src/dashboard/team/InviteDialog.tsx';
import { PassOnLinkDialog } from '../../../src/dashboard/team/PassOnLinkDialog.tsx';
import { ThresholdDialog } from '../../../src/dashboard/thresholds/ThresholdDialog.tsx';
import { WorkingTimeDialog } from '../../../src/dashboard/thresholds/WorkingTimeDialog.tsx';
import type { Entry } from '../entry.ts';
import { INCIDENT } from '../incident.ts';

/** Dialogs stay open in the gallery, but it says that they would close. */
const close = () => {
  document.body.dataset.closed = 'true';
};

const API_KEY: NewApiKeyRecord = {
  ...{
    id: 'key',
    name: 'Data warehouse',
    scopes: ['read', 'link-events'],
    start: 'unstuck_3fa9c1',
  },
  ...{ createdAt: '2026-03-10T12:00:00.000Z', createdById: 'nobody', lastUsedAt: null },
  ...{ expiresAt: null, replacedById: null, key: `unstuck_3fa9c1${'0'.repeat(50)}` },
};

const VIEW: ViewRecord = {
  ...{ id: 'view', name: 'High priority', resource: 'customers', page: 'queue' },
  ...{ filter: { stuck: true, priority: 'high' }, sort: null, columns: [] },
  ...{ ownerId: 'nobody', shared: true, isDefault: false, createdAt: '2026-03-10T12:00:00.000Z' },
};

/** Clicks the button in it once, for a dialog that is exported only with its button. */
const Pressed = ({ children }: { children: ReactNode }) => {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.querySelector('button')?.click(), []);
  return <div ref={ref}>{children}</div>;
};

const bulkOf = ({ id }: CustomerRecord) => ({
  customerIds: [id, 'nowhere'],
  onDone: close,
  onClose: close,
});

const BulkSend = ({ customer }: { customer: CustomerRecord }) => (
  <ListContextProvider value={useList({ data: [customer] })}>
    <BulkSendDialog customerIds={[customer.id]} onClose={close} onSent={close} />
  </ListContextProvider>
);

export const dialogs = {
  AccountManagerDialog: {
    show: ({ customer }) => <AccountManagerDialog customer={customer} onClose={close} />,
  },
  AddCustomerDialog: { show: () => <AddCustomerDialog onClose={close} /> },
  BulkCheckDialog: {
    show: ({ customer }) => <BulkCheckDialog customerIds={[customer.id]} onClose={close} />,
  },
  BulkCloseDialog: {
    show: ({ customer }) => <BulkCloseDialog {...bulkOf(customer)} />,
  },
  BulkPauseDialog: { show: ({ customer }) => <BulkPauseDialog {...bulkOf(customer)} /> },
  BulkPersonDialog: {
    show: ({ customer }) => <BulkPersonDialog as="assignee" {...bulkOf(customer)} />,
  },
  BulkTagDialog: { show: ({ customer }) => <BulkTagDialog {...bulkOf(customer)} /> },
  AlertDialog: { show: () => <AlertDialog onClose={close} /> },
  BulkSendDialog: {
    show: ({ customer }) => <BulkSend customer={customer} />,
    emptyData: 'samples',
  },
  CallChecklistDialog: {
    show: ({ customer }) => (
      <Pressed>
        <CallChecklistButton software={customer.software} />
      </Pressed>
    ),
  },
  CheckProgressDialog: {
    show: ({ codatCheck: { requestedAt, customerId } }) => (
      <CheckProgressDialog
        started={{ requestedAt, queued: [customerId], busy: [] }}
        onClose={close}
      />
    ),
  },
  ChangeViewDialog: {
    show: () => <ChangeViewDialog view={VIEW} content={VIEW} onClose={close} />,
  },
  CloseDialog: { show: ({ customer }) => <CloseDialog customer={customer} onClose={close} /> },
  DatesDialog: {
    show: () => (
      <DatesDialog
        period={{ from: '2026-12-27T11:00:00.000Z', to: '2027-01-03T11:00:00.000Z' }}
        timeZone="Pacific/Auckland"
        onChoose={() => {}}
        onClose={close}
      />
    ),
  },
  DeleteViewDialog: { show: () => <DeleteViewDialog view={VIEW} onClose={close} /> },
  DeactivateDialog: {
    show: ({ colleague }) => (
      <DeactivateDialog
        person={colleague}
        workload={{ portfolio: 45, cases: 12, openCases: 3 }}
        onClose={close}
      />
    ),
  },
  CreateKeyDialog: { show: () => <CreateKeyDialog onMade={close} onClose={close} /> },
  EditContactDialog: {
    show: ({ customer }) => <EditContactDialog customer={customer} role="main" onClose={close} />,
  },
  EraseDialog: { show: ({ customer }) => <EraseDialog customer={customer} onClose={close} /> },
  GuideDialog: { show: ({ software }) => <GuideDialog software={software} onClose={close} /> },
  InviteDialog: { show: () => <InviteDialog onClose={close} onInvited={close} /> },
  LogCallDialog: {
    show: ({ customer }) => <LogCallDialog customer={customer} onClose={close} />,
    emptyData: 'samples',
  },
  PauseDialog: {
    show: ({ customer }) => (
      <PauseDialog customer={customer} kind="migration" workday={null} onClose={close} />
    ),
  },
  Palette: {
    show: ({ customer: { name } }) => (
      <Palette menu={MENU} commands={COMMANDS} initialText={name} onClose={close} />
    ),
  },
  PassOnLinkDialog: {
    show: () => (
      <PassOnLinkDialog
        to="Ada Ek"
        link="https://unstuck.example/invitation/0123456789abcdef0123456789abcdef"
        onClose={close}
      />
    ),
  },
  NewKeyDialog: { show: () => <NewKeyDialog made={API_KEY} onClose={close} /> },
  RaiseDialog: {
    show: ({ customer }) => <RaiseDialog customer={customer} onClose={close} />,
    emptyData: 'samples',
  },
  ReferenceDialog: {
    show: ({ raisedCase }) => <ReferenceDialog raised={raisedCase} onClose={close} />,
  },
  NoteDialog: { show: () => <NoteDialog incident={INCIDENT} onClose={close} /> },
  ResolveDialog: {
    show: ({ raisedCase }) => <ResolveDialog raised={raisedCase} onClose={close} />,
  },
  RotateKeyDialog: {
    show: () => <RotateKeyDialog apiKey={API_KEY} onMade={close} onClose={close} />,
  },
  ShortcutsDialog: { show: () => <ShortcutsDialog onClose={close} /> },
  TagsDialog: { show: ({ customer }) => <TagsDialog customer={customer} onClose={close} /> },
  SendEmailDialog: {
    show: ({ customer }) => (
      <SendEmailDialog customer={customer} template="reminder" to="main" onClose={close} />
    ),
    emptyData: 'samples',
  },
  ViewDialog: {
    show: () => <ViewDialog page="queue" bases={[]} view={VIEW} onClose={close} />,
  },
  ComplexityDialog: {
    show: ({ software }) => <ComplexityDialog software={software} onClose={close} />,
  },
  WorkingTimeDialog: {
    show: ({ workspace }) => <WorkingTimeDialog settings={workspace} onClose={close} />,
  },
  ThresholdDialog: {
    show: ({ stuckRule }) => <ThresholdDialog rule={stuckRule} onClose={close} />,
  },
} satisfies Record<string, Entry>;
