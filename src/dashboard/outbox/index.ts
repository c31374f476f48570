import MailOutlined from '@mui/icons-material/MailOutlined';
import { lazy } from 'react';

// Not where the day begins, so that the page is loaded when somebody comes.
const list = lazy(async () => ({ default: (await import('./OutboxList.tsx')).OutboxList }));

export default { icon: MailOutlined, list };
