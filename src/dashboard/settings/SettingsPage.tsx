import { Box } from '@mui/material';
import { CanAccess, EditBase, Form, useNotify } from 'react-admin';
import { Navigate } from 'react-router-dom';
import { KEEP_TYPED } from '../shared/forms/keepTyped.ts';
import { SettingsHeader } from '../shared/pages/SettingsHeader.tsx';
import { STAY_ON_ERROR, WhenLoaded } from '../shared/pages/WhenLoaded.tsx';
import { TwoColumns } from '../shared/TwoColumns.tsx';
import { ConversionCard } from './ConversionCard.tsx';
import { LinkPagePreview } from './LinkPagePreview.tsx';
import { PortfolioCard } from './PortfolioCard.tsx';
import { SenderCard } from './SenderCard.tsx';

/** How customers see the company, who sees which customers, and how numbers count. For administrators; others are redirected to the email templates. */
export const SettingsPage = () => (
  <CanAccess
    resource="workspace-settings"
    action="edit"
    accessDenied={<Navigate to="/email-templates" replace />}
  >
    <SettingsHeader note="How customers see you" />
    <SettingsForm />
  </CanAccess>
);

/** In pixels. */
const PREVIEW_WIDTH = 440;

const SettingsForm = () => {
  const notify = useNotify();
  return (
    <EditBase
      resource="workspace-settings"
      id="workspace"
      mutationMode="pessimistic"
      mutationOptions={{ onSuccess: () => notify('Saved') }}
      queryOptions={STAY_ON_ERROR}
      redirect={false}
    >
      <WhenLoaded>
        <Form resetOptions={KEEP_TYPED}>
          <TwoColumns aside={<LinkPagePreview />} asideWidth={PREVIEW_WIDTH}>
            <SenderCard />
            <PortfolioCard />
          </TwoColumns>
        </Form>
        {/* As wide as the cards above it. */}
        <Box sx={{ mt: 2, pr: { lg: `${PREVIEW_WIDTH + 16}px` } }}>
          <Form resetOptions={KEEP_TYPED}>
            <ConversionCard />
          </Form>
        </Box>
      </WhenLoaded>
    </EditBase>
  );
};
