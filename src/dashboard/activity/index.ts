import Timeline from '@mui/icons-material/Timeline';
import { ActivityList } from './ActivityList.tsx';

export default { icon: Timeline, list: ActivityList };
