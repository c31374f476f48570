import { showProgressScreen } from './progress-screen.ts';

const start = async (root: HTMLElement): Promise<void> => {
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
};

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element with the ID root.');

// Not awaited: once built, the app imports helpers from this module’s file, and each would wait for the other.
void start(root);
