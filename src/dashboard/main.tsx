import '@fontsource-variable/inter/index.css';
import './theme/fallback-font.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { landingPageOf, loadPage } from './definitions.ts';
import { getRecentSession } from './shared/server/session.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element with the id root.');

/** Loads the code of the first page while the session is asked for, or as soon as that says where the person starts. */
const loadFirstPage = async (): Promise<void> => {
  const asked = location.hash.slice('#/'.length);
  if (asked) return loadPage(`/${asked}`);
  const { user } = await getRecentSession();
  loadPage(landingPageOf(user.role));
};
// Without a session, people sign in first.
loadFirstPage().catch(() => {});

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
