import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { Button } from '@mui/material';
import { CanAccess, useCreatePath } from 'react-admin';
import { Link } from 'react-router-dom';

/** Leads to the page where contacts are imported from a file. */
export const ImportContactsButton = () => {
  const createPath = useCreatePath();
  return (
    <CanAccess resource="contact-imports" action="create">
      <Button
        variant="outlined"
        startIcon={<UploadFileOutlined />}
        component={Link}
        to={createPath({ resource: 'contact-imports', type: 'list' })}
      >
        Import contacts
      </Button>
    </CanAccess>
  );
};
