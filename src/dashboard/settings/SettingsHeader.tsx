import { Tab, Tabs } from '@mui/material';
import { Link, useLocation } from 'react-router-dom';
import { PageHeader } from '../shared/PageHeader.tsx';

const PAGES = [
  ['/settings', 'Sender'],
  ['/email-templates', 'E-mails'],
] as const;

/** The heading of all settings, with a tab for each page of them. */
export const SettingsHeader = ({ note }: { note: string }) => {
  const { pathname } = useLocation();
  return (
    <>
      <PageHeader title="Settings" note={note} />
      <Tabs value={pathname} aria-label="Settings" component="nav" sx={{ mb: 2 }}>
        {PAGES.map(([path, label]) => (
          <Tab key={path} value={path} label={label} component={Link} to={path} />
        ))}
      </Tabs>
    </>
  );
};
