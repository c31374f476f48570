import '@fontsource-variable/inter/index.css';
import './theme/fallback-font.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { loadPage } from './definitions.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element with the id root.');

// While the session is asked for.
loadPage(location.hash.slice(1));

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
