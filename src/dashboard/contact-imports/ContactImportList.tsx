import { Box, Breadcrumbs, Link } from '@mui/material';
import { ListBase } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { PageHeader } from '../shared/PageHeader.tsx';
import { FileCard } from './FileCard.tsx';
import { PastImports } from './PastImports.tsx';

/** Uploads a file of contacts, and lists earlier imports. */
export const ContactImportList = () => (
  <ListBase sort={{ field: 'createdAt', order: 'DESC' }} perPage={10}>
    <Breadcrumbs sx={{ fontSize: 13, mb: 0.5 }}>
      <Link component={RouterLink} to="/customers" color="text.secondary">
        Customers
      </Link>
      <span>Import contacts</span>
    </Breadcrumbs>
    <PageHeader title="Import contacts" />
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
      <FileCard />
      <PastImports />
    </Box>
  </ListBase>
);
