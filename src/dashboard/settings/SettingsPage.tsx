import { Box } from '@mui/material';
import { CanAccess, EditBase, Form, useNotify } from 'react-admin';
import { Navigate } from 'react-router-dom';
import { SettingsHeader } from '../shared/pages/SettingsHeader.tsx';
import { LinkPagePreview } from './LinkPagePreview.tsx';
import { SenderCard } from './SenderCard.tsx';

/** Who customers hear from, and what their link’s page looks like with it. For administrators; others read the e-mails. */
export const SettingsPage = () => (
  <CanAccess
    resource="workspace-settings"
    action="edit"
    accessDenied={<Navigate to="/email-templates" replace />}
  >
    <SettingsHeader note="What customers see of you" />
    <Settings />
  </CanAccess>
);

const Settings = () => {
  const notify = useNotify();
  return (
    <EditBase
      resource="workspace-settings"
      id="workspace"
      mutationMode="pessimistic"
      mutationOptions={{ onSuccess: () => notify('Saved. Customers see it from now on.') }}
      redirect={false}
    >
      <Form resetOptions={{ keepDirtyValues: true }}>
        <Box
          sx={{
            display: 'grid',
            gap: 2,
            alignItems: 'start',
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 440px' },
          }}
        >
          <SenderCard />
          <LinkPagePreview />
        </Box>
      </Form>
    </EditBase>
  );
};
