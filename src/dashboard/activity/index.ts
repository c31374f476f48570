import Timeline from '@mui/icons-material/Timeline';
import { lazy } from 'react';

// Few people open this page, so it is loaded on demand.
const list = lazy(async () => ({ default: (await import('./ActivityList.tsx')).ActivityList }));

export default { icon: Timeline, list };
