import type { ReactNode } from 'react';
import { useCanAccess } from 'react-admin';
import { TabbedHeader } from './TabbedHeader.tsx';

const SENDER = '/settings';
const ALERTS = '/alerts';
const API_KEYS = '/api-keys';
const TEAM = '/users';

const TABS = [
  [SENDER, 'Branding & sender'],
  ['/stuck-rules', 'Thresholds'],
  ['/email-templates', 'Email templates'],
  [TEAM, 'Team'],
  [ALERTS, 'Alerts'],
  [API_KEYS, 'API keys'],
] as const;

type Props = { note: string; children?: ReactNode };

/** The heading of all settings, with a tab for each page that the user may see. */
export const SettingsHeader = ({ note, children }: Props) => {
  const sender = useCanAccess({ resource: 'workspace-settings', action: 'edit' });
  const team = useCanAccess({ resource: 'users', action: 'edit' });
  const alerts = useCanAccess({ resource: 'alerts', action: 'list' });
  const apiKeys = useCanAccess({ resource: 'api-keys', action: 'list' });
  const hidden = [
    ...(sender.canAccess ? [] : [SENDER]),
    ...(team.canAccess ? [] : [TEAM]),
    ...(alerts.canAccess ? [] : [ALERTS]),
    ...(apiKeys.canAccess ? [] : [API_KEYS]),
  ];
  return (
    <TabbedHeader
      title="Settings"
      note={note}
      tabs={TABS.filter(([path]) => !hidden.includes(path))}
    >
      {children}
    </TabbedHeader>
  );
};
