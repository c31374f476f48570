import { useCanAccess } from 'react-admin';
import { TabbedHeader } from './TabbedHeader.tsx';

const SENDER = '/settings';

const TABS = [
  [SENDER, 'Branding & sender'],
  ['/email-templates', 'Email templates'],
] as const;

/** The heading of all settings, with a tab for each page that the user may see. */
export const SettingsHeader = ({ note }: { note: string }) => {
  const { canAccess } = useCanAccess({ resource: 'workspace-settings', action: 'edit' });
  const tabs = TABS.filter(([path]) => canAccess || path !== SENDER);
  return <TabbedHeader title="Settings" note={note} tabs={tabs} />;
};
