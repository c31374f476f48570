import { Box, Button } from '@mui/material';
import { CanAccess } from 'react-admin';
import { NavLink } from 'react-router-dom';

/** The parts of the settings that this person may see. */
export const SettingsTabs = () => (
  <Box component="nav" aria-label="Settings" sx={{ display: 'flex', gap: 1, mb: 2 }}>
    <CanAccess resource="workspace-settings" action="edit">
      <Tab to="/settings" end>
        What customers see
      </Tab>
    </CanAccess>
    <Tab to="/settings/emails">E-mails</Tab>
  </Box>
);

type TabProps = { to: string; end?: boolean; children: string };

const Tab = ({ to, end = false, children }: TabProps) => (
  <Button
    component={NavLink}
    to={to}
    end={end}
    sx={{
      ...{ borderRadius: 99, color: 'text.secondary' },
      '&.active': { color: 'primary.main', bgcolor: 'tint.brand' },
    }}
  >
    {children}
  </Button>
);
