import { lazy } from 'react';
import { CanAccess } from 'react-admin';
import { Navigate, Route, Routes } from 'react-router-dom';
import { TemplateList } from '../email-templates/TemplateList.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { SenderSettings } from './SenderSettings.tsx';
import { SettingsTabs } from './SettingsTabs.tsx';

// Words are seldom changed, so that their editor is loaded when somebody does.
const TemplatePage = lazy(async () => ({
  default: (await import('../email-templates/TemplatePage.tsx')).TemplatePage,
}));

/** What administrators decide for all; the words of e-mails are there for everyone to read. */
export const SettingsPage = () => (
  <>
    <PageHeader title="Settings" />
    <SettingsTabs />
    <Routes>
      <Route index element={<First />} />
      <Route path="emails" element={<TemplateList />} />
      <Route path="emails/:template" element={<TemplatePage />} />
    </Routes>
  </>
);

const First = () => (
  <CanAccess
    resource="workspace-settings"
    action="edit"
    accessDenied={<Navigate to="/settings/emails" replace />}
  >
    <SenderSettings />
  </CanAccess>
);
