import { DataTable } from 'react-admin';
import type { RaisedCaseRecord } from '../../api/raised-cases/record.ts';
import { CustomerLink } from '../shared/customers/CustomerLink.tsx';
import { Ago } from '../shared/format/Ago.tsx';
import { PersonAvatar } from '../shared/people/PersonAvatar.tsx';
import { CaseActions, CaseReference } from '../shared/raised-cases/CaseActions.tsx';
import { CaseState } from '../shared/raised-cases/CaseState.tsx';
import { SoftwareName } from '../shared/SoftwareName.tsx';

const Column = DataTable.Col<RaisedCaseRecord>;

export const RaisedCaseTable = () => (
  <DataTable<RaisedCaseRecord> rowClick={false} bulkActionButtons={false}>
    <Column
      source="customerId"
      label="Customer"
      disableSort
      render={({ customerId }) => <CustomerLink id={customerId} />}
      sx={{ maxWidth: 220, whiteSpace: 'normal' }}
    />
    <Column
      source="reference"
      label="Reference"
      render={(raised) => <CaseReference raised={raised} />}
    />
    <Column
      source="software"
      label="Software"
      render={({ software }) => <SoftwareName id={software} />}
      sx={{ maxWidth: 160 }}
    />
    <Column
      source="raisedAt"
      label="Raised"
      render={({ raisedAt }) => <Ago at={raisedAt} suffix=" ago" />}
    />
    <Column
      source="raisedById"
      label="Raised by"
      render={({ raisedById }) => <PersonAvatar id={raisedById} />}
    />
    <Column
      source="state"
      label="Status"
      render={(raised) => <CaseState raised={raised} />}
      sx={{ minWidth: 160, maxWidth: 300 }}
    />
    <Column
      disableSort
      label="Actions"
      align="right"
      render={(raised) => <CaseActions raised={raised} />}
    />
  </DataTable>
);
