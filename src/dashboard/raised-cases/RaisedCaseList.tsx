import { FilterButton, FilterForm, ListBase } from 'react-admin';
import { CustomerName } from '../shared/customers/CustomerName.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import type { FilterLabels } from '../shared/list/FilterChips.tsx';
import { ListRows } from '../shared/list/ListRows.tsx';
import { useRoomForTable } from '../shared/list/useRoomForTable.ts';
import { PageHeader } from '../shared/PageHeader.tsx';
import { PersonName } from '../shared/people/PersonName.tsx';
import { CaseSwitches, caseFilters } from './CaseFilters.tsx';
import { RaisedCaseCards } from './RaisedCaseCards.tsx';
import { RaisedCaseTable } from './RaisedCaseTable.tsx';

const shown = ['state', 'raisedById', ...caseFilters.map(({ props }) => props.source)];

/** Of the filters that only links set. */
const labels: FilterLabels = {
  customerId: { label: 'Customer', show: (id) => <CustomerName id={id} /> },
  resolvedById: { label: 'Resolved by', show: (id) => <PersonName id={id} /> },
};

/** Cases that were raised with Codat’s support, the oldest first. */
export const RaisedCaseList = () => {
  const wide = useRoomForTable();
  return (
    <ListBase sort={{ field: 'raisedAt', order: 'ASC' }} perPage={25}>
      <PageHeader
        title="Raised with Codat"
        note="Cases that wait for Codat’s support, the oldest first"
      >
        <FilterButton filters={caseFilters} />
      </PageHeader>
      <CaseSwitches />
      <FilterForm filters={caseFilters} />
      <ListRows
        shown={shown}
        labels={labels}
        noMatches="No cases found"
        empty={
          <EmptyState title="Nothing raised with Codat yet">
            Raise a case on a customer’s page. It appears here with Codat’s reference.
          </EmptyState>
        }
      >
        {wide ? <RaisedCaseTable /> : <RaisedCaseCards />}
      </ListRows>
    </ListBase>
  );
};
