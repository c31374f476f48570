import { showProgressScreen } from './progress-screen.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element with the ID root.');

// Shows the progress bar before the large database loads. The app then replaces it.
const screen = showProgressScreen(root);
try {
  const { startMock } = await import('../browser.ts');
  await startMock(screen.progress);
  await import('../../src/dashboard/main.tsx');
} catch (error) {
  screen.fail(error instanceof Error ? error.message : String(error));
  throw error;
}
