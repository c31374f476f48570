import { Box, List, ListItemButton, ListItemIcon, ListItemText, Typography } from '@mui/material';
import { NavLink, useLocation } from 'react-router-dom';
import { formatNumber } from '../../common/locale.ts';
import { may, type Role } from '../../common/permissions.ts';
import type { MenuEntry } from '../shared/pages/definitions.ts';
import { useMe } from '../shared/people/useMe.tsx';
import { useCount } from '../shared/useCount.ts';
import { PersonMenu } from './PersonMenu.tsx';

/** `prepare` loads the code of the entry’s page and what it waits for. */
export type Menu = (MenuEntry & { name: string; prepare: () => void })[];

type Props = { menu: Menu; onNavigate: () => void };

/** The menu of all pages, and who is signed in. */
export const Navigation = ({ menu, onNavigate }: Props) => (
  <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%', p: 1.25 }}>
    <Brand />
    <Box component="nav" aria-label="Main" sx={{ flex: 1 }} onClick={onNavigate}>
      <List disablePadding>
        <Entries menu={menu} section="main" />
      </List>
      <Typography
        id="workspace"
        component="h2"
        sx={{ px: 2, pt: 2.5, pb: 0.75, fontSize: 12, fontWeight: 560, color: 'text.secondary' }}
      >
        Workspace
      </Typography>
      <List disablePadding aria-labelledby="workspace">
        <Entries menu={menu} section="workspace" />
      </List>
    </Box>
    <PersonMenu onNavigate={onNavigate} />
  </Box>
);

const Entries = ({ menu, section }: { menu: Menu; section: MenuEntry['section'] }) => {
  const role: Role | undefined = useMe()?.role;
  const mayUse = ({ requires }: MenuEntry): boolean =>
    !requires || (role !== undefined && may(role, requires.action, requires.resource));
  return menu
    .filter((entry) => entry.section === section && mayUse(entry))
    .map((entry) => <NavigationLink key={entry.name} {...entry} />);
};

const NavigationLink = ({
  name,
  label,
  icon: Icon,
  search = '',
  count,
  includes = [],
  prepare,
}: Menu[number]) => {
  const { pathname } = useLocation();
  return (
    <li>
      <ListItemButton
        component={NavLink}
        to={`/${name}${search}`}
        onPointerEnter={prepare}
        onFocus={prepare}
        className={includes.some((one) => pathname.startsWith(`/${one}`)) ? 'active' : ''}
        sx={{
          borderRadius: 1,
          py: 0.5,
          mb: 0.25,
          '&.active': { color: 'primary.main', bgcolor: 'tint.brand' },
        }}
      >
        <ListItemIcon sx={{ minWidth: 32, color: 'inherit' }}>
          <Icon fontSize="small" />
        </ListItemIcon>
        <ListItemText primary={label} slotProps={{ primary: { sx: { fontWeight: 560 } } }} />
        {count && <Badge {...count} />}
      </ListItemButton>
    </li>
  );
};

const Badge = ({ resource, filter, hideZero }: Required<MenuEntry>['count']) => {
  const count = useCount(resource, filter);
  return count === undefined || (hideZero && count === 0) ? null : formatNumber(count);
};

export const Brand = () => (
  <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.25, px: 1, py: 1, mb: 1.5 }}>
    <img src="./icon.svg" alt="" width={24} height={24} />
    <Typography sx={{ fontWeight: 700, fontSize: 16, letterSpacing: '-0.01em' }}>
      Unstuck
    </Typography>
  </Box>
);
