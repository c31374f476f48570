import '@fontsource-variable/inter/index.css';
import './theme/fallback-font.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { askForPage, landingPageOf, loadPage } from './definitions.ts';
import { getRecentSession } from './shared/server/session.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element with the id root.');

/**
 * Asks for the session, and loads the code of the first page meanwhile, or as soon as that says where the person starts.
 * In this order, as the code comes in many files, and browsers fetch six at once.
 */
const prepareFirstPage = async (): Promise<void> => {
  const session = getRecentSession();
  const asked = location.hash.slice('#'.length);
  if (asked) loadPage(asked);
  const { user } = await session;
  const first = asked || landingPageOf(user.role);
  if (!asked) loadPage(first);
  askForPage(first);
};
// Without a session, people sign in first.
prepareFirstPage().catch(() => {});

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
