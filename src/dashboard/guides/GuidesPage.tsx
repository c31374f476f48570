import {
  Box,
  Card,
  List,
  ListItemButton,
  MenuItem,
  TextField,
  type Theme,
  useMediaQuery,
} from '@mui/material';
import { useGetList } from 'react-admin';
import { NavLink, useNavigate, useParams } from 'react-router-dom';
import type { SoftwareRecord } from '../../api/software/resource.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { Failure } from '../shared/Failure.tsx';
import { Answers } from '../shared/guides/Answers.tsx';
import { GuideCard } from '../shared/guides/GuideCard.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';
import { SoftwareName } from '../shared/SoftwareName.tsx';

/** All guides and answers, for questions that come up away from a customer's page. */
export const GuidesPage = () => {
  const { software } = useParams();
  const wide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'));
  const {
    data = [],
    error,
    refetch,
  } = useGetList<SoftwareRecord>('software', {
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'name', order: 'ASC' },
  });
  const chosen = data.find(({ id }) => id === software);
  return (
    <>
      <PageHeader
        title="Guides"
        note="How to connect each accounting package, and common questions"
      />
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateColumns: { md: '250px minmax(0, 1fr)', lg: '250px minmax(0, 1fr) 340px' },
        }}
      >
        {error && data.length === 0 && (
          <Box sx={{ gridColumn: '1 / -1' }}>
            <Failure error={error} onRetry={() => refetch()} />
          </Box>
        )}
        {wide ? <SoftwareMenu all={data} /> : <SoftwareSelect all={data} chosen={chosen} />}
        {chosen ? <GuideCard title={chosen.name} software={chosen} /> : <NothingChosen />}
        <Box sx={{ gridColumn: { md: '2', lg: 'auto' } }}>
          <SectionCard title="Common questions">
            <Answers />
          </SectionCard>
        </Box>
      </Box>
    </>
  );
};

const SoftwareMenu = ({ all }: { all: SoftwareRecord[] }) => (
  <Card component="nav" aria-label="Software">
    <List disablePadding>
      {all.map(({ id }) => (
        <li key={id}>
          <ListItemButton
            component={NavLink}
            to={`/guides/${id}`}
            sx={{ '&.active': { color: 'primary.main', bgcolor: 'tint.brand' } }}
          >
            <SoftwareName id={id} />
          </ListItemButton>
        </li>
      ))}
    </List>
  </Card>
);

type SelectProps = { all: SoftwareRecord[]; chosen: SoftwareRecord | undefined };

const SoftwareSelect = ({ all, chosen }: SelectProps) => {
  const navigate = useNavigate();
  return (
    <TextField
      select
      label="Software"
      value={chosen?.id ?? ''}
      onChange={({ target }) => navigate(`/guides/${target.value}`)}
      margin="none"
    >
      {all.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
};

const NothingChosen = () => (
  <Card>
    <EmptyState title="Select software to see what’s needed and how to connect it" />
  </Card>
);
