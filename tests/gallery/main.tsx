import '@fontsource-variable/inter/index.css';
import { createRoot } from 'react-dom/client';
import { Gallery } from './Gallery.tsx';
import { interceptRequests } from './network.ts';
import { findSubjects } from './subjects.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element with the ID root.');

interceptRequests();
createRoot(root).render(<Gallery subjectsIn={await findSubjects()} />);
