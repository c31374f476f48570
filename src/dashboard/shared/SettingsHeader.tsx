import { Tab, Tabs } from '@mui/material';
import { useCanAccess } from 'react-admin';
import { Link, useLocation } from 'react-router-dom';
import { PageHeader } from './PageHeader.tsx';

const SENDER = '/settings';

const PAGES = [
  [SENDER, 'Branding & sender'],
  ['/email-templates', 'Email templates'],
] as const;

/** The heading of all settings, with a tab for each page that the signed-in person may open. */
export const SettingsHeader = ({ note }: { note: string }) => {
  const { pathname } = useLocation();
  const { canAccess } = useCanAccess({ resource: 'workspace-settings', action: 'edit' });
  const pages = PAGES.filter(([path]) => canAccess || path !== SENDER);
  return (
    <>
      <PageHeader title="Settings" note={note} />
      <Tabs value={pathname} aria-label="Settings" component="nav" sx={{ mb: 2 }}>
        {pages.map(([path, label]) => (
          <Tab key={path} value={path} label={label} component={Link} to={path} />
        ))}
      </Tabs>
    </>
  );
};
