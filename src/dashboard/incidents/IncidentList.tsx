import { Box } from '@mui/material';
import { ListBase, Loading, useListContext } from 'react-admin';
import type { IncidentRecord } from '../../api/incidents/resource.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { ListRows } from '../shared/list/ListRows.tsx';
import { useRoomForTable } from '../shared/list/useRoomForTable.ts';
import { HowCalculated } from '../shared/metrics/HowCalculated.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { PillSwitch } from '../shared/PillSwitch.tsx';
import { SoftwareName } from '../shared/SoftwareName.tsx';
import { DEFINITION } from './definition.ts';
import { IncidentCard } from './IncidentCard.tsx';
import { IncidentTable } from './IncidentTable.tsx';

const labels = {
  software: { label: 'Software', show: (id: string) => <SoftwareName id={id} /> },
};

/** Software that fails for more customers than usual, or did, the latest first. */
export const IncidentList = () => {
  const wide = useRoomForTable();
  return (
    <ListBase sort={{ field: 'startedAt', order: 'DESC' }} perPage={25}>
      <PageHeader
        title="Incidents"
        note="Software that fails for more customers than usual, the latest first"
      >
        <HowCalculated title="Incidents">{DEFINITION}</HowCalculated>
      </PageHeader>
      <OpenSwitch />
      <ListRows
        shown={['open']}
        labels={labels}
        noMatches="No incidents found"
        empty={
          <EmptyState title="No incidents yet">
            When software fails for more customers than usual, it appears here by itself.
          </EmptyState>
        }
      >
        {wide ? <IncidentTable /> : <Cards />}
      </ListRows>
    </ListBase>
  );
};

const CHOICES = { open: 'Open', past: 'Past', all: 'All' };
type Choice = keyof typeof CHOICES;

const OpenSwitch = () => {
  const { filterValues, setFilters } = useListContext();
  const { open, ...rest }: { open?: boolean } = filterValues;
  const past = open === undefined ? 'all' : 'past';
  return (
    <Box sx={{ mb: 1 }}>
      <PillSwitch<Choice>
        label="Status"
        value={open ? 'open' : past}
        options={CHOICES}
        onChange={(chosen) =>
          setFilters(chosen === 'all' ? rest : { ...rest, open: chosen === 'open' })
        }
      />
    </Box>
  );
};

/** The list on a screen too narrow for a table. */
const Cards = () => {
  const { data, isPending } = useListContext<IncidentRecord>();
  if (isPending) return <Loading />;
  return data?.map((incident) => <IncidentCard key={incident.id} incident={incident} />);
};
