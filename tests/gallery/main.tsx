import '@fontsource-variable/inter/index.css';
import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { createRoot } from 'react-dom/client';
import { Gallery } from './Gallery.tsx';
import { interceptRequests } from './network.ts';
import { findSubjects } from './subjects.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element with the ID root.');

/** Adds rules to one style sheet, as in production. One element for each makes every scene slower to draw than the one before. */
const styles = createCache({ key: 'css', speedy: true });

interceptRequests();
createRoot(root).render(
  <CacheProvider value={styles}>
    <Gallery subjectsIn={await findSubjects()} />
  </CacheProvider>,
);
