import Computer from '@mui/icons-material/ComputerOutlined';
import { lazy } from 'react';

const list = lazy(async () => ({ default: (await import('./SoftwareList.tsx')).SoftwareList }));
const show = lazy(async () => ({ default: (await import('./SoftwareShow.tsx')).SoftwareShow }));

export default { icon: Computer, list, show, recordRepresentation: 'name' };
