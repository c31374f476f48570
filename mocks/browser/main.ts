import { showProgressScreen } from './progress-screen.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element with the id root.');

// The bar is on the screen before the database, which is large, begins to load; the app then takes its place.
const screen = showProgressScreen(root);
try {
  const { startMock } = await import('../browser.ts');
  await startMock(screen.progress);
  await import('../../src/dashboard/main.tsx');
} catch (error) {
  screen.fail(error instanceof Error ? error.message : String(error));
  throw error;
}
