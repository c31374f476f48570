import AccessTime from '@mui/icons-material/AccessTime';
import CloudSync from '@mui/icons-material/CloudSyncOutlined';
import FilterAlt from '@mui/icons-material/FilterAltOutlined';
import MenuBook from '@mui/icons-material/MenuBookOutlined';
import SettingsOutlined from '@mui/icons-material/SettingsOutlined';
import { Box, List, ListItemButton, ListItemIcon, ListItemText, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { CanAccess } from 'react-admin';
import { NavLink, useLocation } from 'react-router-dom';
import activity from '../activity/index.ts';
import customers from '../customers/index.ts';
import deliveries from '../deliveries/index.ts';
import outbox from '../emails/index.ts';
import { WAITING } from '../shared/sending/emailLabels.ts';
import { useCount } from '../shared/useCount.ts';
import software from '../software/index.ts';
import { PersonMenu } from './PersonMenu.tsx';

type Props = { onNavigate: () => void };

/** The pages one goes to from everywhere, and who is signed in. */
export const Navigation = ({ onNavigate }: Props) => (
  <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%', p: 1.25 }}>
    <Brand />
    <Box component="nav" aria-label="Main" sx={{ flex: 1 }} onClick={onNavigate}>
      <List disablePadding>
        <NavigationLink
          to="/stuck"
          icon={<AccessTime fontSize="small" />}
          count={useCount('customers', { stuck: true })}
        >
          Stuck
        </NavigationLink>
        <NavigationLink to="/overview" icon={<FilterAlt fontSize="small" />}>
          Overview
        </NavigationLink>
        <NavigationLink to="/customers" icon={<customers.icon fontSize="small" />}>
          Customers
        </NavigationLink>
        <NavigationLink to="/software" icon={<software.icon fontSize="small" />}>
          Software
        </NavigationLink>
        <NavigationLink to="/guides" icon={<MenuBook fontSize="small" />}>
          Guides
        </NavigationLink>
        <NavigationLink
          to="/emails"
          icon={<outbox.icon fontSize="small" />}
          count={useCount('emails', { state: WAITING }) || undefined}
        >
          Outbox
        </NavigationLink>
      </List>
      <Workspace />
    </Box>
    <PersonMenu />
  </Box>
);

/** What concerns the team, and what administrators look after. */
const Workspace = () => (
  <>
    <Typography
      id="workspace"
      component="h2"
      sx={{ px: 2, pt: 2.5, pb: 0.75, fontSize: 12, fontWeight: 560, color: 'text.secondary' }}
    >
      Workspace
    </Typography>
    <List disablePadding aria-labelledby="workspace">
      <NavigationLink to="/activity" icon={<activity.icon fontSize="small" />}>
        Activity
      </NavigationLink>
      <CanAccess resource="codat-settings" action="show">
        <NavigationLink to="/codat" icon={<CloudSync fontSize="small" />}>
          Codat
        </NavigationLink>
        <NavigationLink to="/deliveries" icon={<deliveries.icon fontSize="small" />}>
          Webhooks
        </NavigationLink>
      </CanAccess>
      <NavigationLink
        to="/settings"
        also="/email-templates"
        icon={<SettingsOutlined fontSize="small" />}
      >
        Settings
      </NavigationLink>
    </List>
  </>
);

type LinkProps = {
  to: string;
  /** Where else it is the page one is at. */
  also?: string;
  icon: ReactNode;
  count?: number | undefined;
  children: string;
};

const NavigationLink = ({ to, also, icon, count, children }: LinkProps) => {
  const { pathname } = useLocation();
  return (
    <li>
      <ListItemButton
        component={NavLink}
        to={to}
        className={also && pathname.startsWith(also) ? 'active' : ''}
        sx={{
          borderRadius: 1,
          py: 0.5,
          mb: 0.25,
          '&.active': { color: 'primary.main', bgcolor: 'tint.brand' },
        }}
      >
        <ListItemIcon sx={{ minWidth: 32, color: 'inherit' }}>{icon}</ListItemIcon>
        <ListItemText primary={children} slotProps={{ primary: { sx: { fontWeight: 560 } } }} />
        {count}
      </ListItemButton>
    </li>
  );
};

export const Brand = () => (
  <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.25, px: 1, py: 1, mb: 1.5 }}>
    <img src="./icon.svg" alt="" width={24} height={24} />
    <Typography sx={{ fontWeight: 700, fontSize: 16, letterSpacing: '-0.01em' }}>
      Unstuck
    </Typography>
  </Box>
);
