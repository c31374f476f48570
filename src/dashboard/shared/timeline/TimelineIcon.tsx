import AddCircle from '@mui/icons-material/AddCircleOutlined';
import ArchiveOutlined from '@mui/icons-material/ArchiveOutlined';
import CallOutlined from '@mui/icons-material/CallOutlined';
import Check from '@mui/icons-material/Check';
import CheckCircleOutline from '@mui/icons-material/CheckCircleOutlined';
import ContactSupport from '@mui/icons-material/ContactSupportOutlined';
import DeleteOutline from '@mui/icons-material/DeleteOutlined';
import DescriptionOutlined from '@mui/icons-material/DescriptionOutlined';
import DesktopWindowsOutlined from '@mui/icons-material/DesktopWindowsOutlined';
import EditOutlined from '@mui/icons-material/EditOutlined';
import FlagOutlined from '@mui/icons-material/FlagOutlined';
import LinkIcon from '@mui/icons-material/Link';
import LinkOff from '@mui/icons-material/LinkOff';
import MailOutline from '@mui/icons-material/MailOutlined';
import RuleOutlined from '@mui/icons-material/RuleOutlined';
import SendOutlined from '@mui/icons-material/SendOutlined';
import StickyNote from '@mui/icons-material/StickyNote2Outlined';
import SyncAlt from '@mui/icons-material/SyncAlt';
import TaskAlt from '@mui/icons-material/TaskAltOutlined';
import UnarchiveOutlined from '@mui/icons-material/UnarchiveOutlined';
import WarningAmber from '@mui/icons-material/WarningAmber';
import { Box } from '@mui/material';
import { COLOR } from '../Pill.tsx';
import type { TimelineEntry } from './timelineEntries.ts';

const ICONS: Record<TimelineEntry['kind'], typeof Check> = {
  note: StickyNote,
  email: MailOutline,
  'customer.created': AddCircle,
  'customer.updated': EditOutlined,
  'customer.deleted': DeleteOutline,
  'link.sent': SendOutlined,
  'link.opened': LinkIcon,
  'email.sent': MailOutline,
  'call.made': CallOutlined,
  'software.selected': DesktopWindowsOutlined,
  'connection.initiated': Check,
  'connection.authorized': CheckCircleOutline,
  'connection.failed': WarningAmber,
  'attempt.corrected': RuleOutlined,
  'case.raised': ContactSupport,
  'case.resolved': TaskAlt,
  'journey.completed': FlagOutlined,
  'data.received': SyncAlt,
  'read.failed': WarningAmber,
  'report.ready': DescriptionOutlined,
  'report.failed': WarningAmber,
  'connection.disconnected': LinkOff,
  'connection.deleted': LinkOff,
  'journey.closed': ArchiveOutlined,
  'journey.reopened': UnarchiveOutlined,
};

/** The kind of event, as a picture; the title says the same. */
export const TimelineIcon = ({ entry: { kind, tone } }: { entry: TimelineEntry }) => {
  const Icon = ICONS[kind];
  return (
    <Box
      aria-hidden
      sx={{
        width: 26,
        height: 26,
        borderRadius: 99,
        display: 'grid',
        placeItems: 'center',
        color: COLOR[tone],
        bgcolor: `tint.${tone}`,
      }}
    >
      <Icon sx={{ fontSize: 15 }} />
    </Box>
  );
};
