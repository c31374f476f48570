import Timeline from '@mui/icons-material/Timeline';
import { lazy } from 'react';

// Few come here, so that the page is loaded when somebody does.
const list = lazy(async () => ({ default: (await import('./ActivityList.tsx')).ActivityList }));

export default { icon: Timeline, list };
