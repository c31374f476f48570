import { Box, Breadcrumbs, Link } from '@mui/material';
import { Loading, ShowBase, useShowContext } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { ContactImportRecord } from '../../api/contact-imports/resource.ts';
import { Failure } from '../shared/Failure.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { Pill } from '../shared/Pill.tsx';
import { ChangedLines } from './ChangedLines.tsx';
import { FaultyLines } from './FaultyLines.tsx';
import { ImportSteps } from './ImportSteps.tsx';
import { stateOf } from './labels.ts';
import { OutcomeCard } from './OutcomeCard.tsx';

/** What an import would change or has changed, row by row. */
export const ContactImportShow = () => (
  <ShowBase<ContactImportRecord>
    disableAuthentication={false}
    queryOptions={{ retry: false, onError: () => undefined }}
    loading={<Loading />}
  >
    <ImportPage />
  </ShowBase>
);

const ImportPage = () => {
  const { record, error, refetch } = useShowContext<ContactImportRecord>();
  if (!record) return error && <Failure error={error} onRetry={() => refetch()} />;
  const { label, tone } = stateOf(record);
  return (
    <>
      <Breadcrumbs sx={{ fontSize: 13, mb: 0.5 }}>
        <Link component={RouterLink} to="/customers" color="text.secondary">
          Customers
        </Link>
        <Link component={RouterLink} to="/contact-imports" color="text.secondary">
          Import contacts
        </Link>
        <bdi>{record.fileName}</bdi>
      </Breadcrumbs>
      <PageHeader title={record.fileName} note={<Pill tone={tone}>{label}</Pill>}>
        <ImportSteps one={record} />
      </PageHeader>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
        <OutcomeCard one={record} />
        {record.faulty > 0 && <FaultyLines importId={record.id} />}
        {record.changes > 0 && <ChangedLines importId={record.id} />}
      </Box>
    </>
  );
};
