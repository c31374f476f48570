import OutboxOutlined from '@mui/icons-material/OutboxOutlined';
import { lazy } from 'react';

const list = lazy(async () => ({ default: (await import('./OutboxList.tsx')).OutboxList }));
const show = lazy(async () => ({ default: (await import('./EmailShow.tsx')).EmailShow }));

export default { icon: OutboxOutlined, list, show };
