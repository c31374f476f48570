import type { Progress } from '../host.ts';

const STYLE = `
  #mock-progress { position: fixed; inset: 0; display: grid; place-content: center; gap: 12px; padding: 16px;
    color-scheme: light dark; background: light-dark(#f5f6f8, #0e1217); color: light-dark(#15202b, #e7ecf2);
    font: 14px/1.5 system-ui, sans-serif; text-align: center; }
  #mock-progress h1 { margin: 0; font-size: 21px; letter-spacing: -0.018em; }
  #mock-progress p { margin: 0; max-width: 42ch; color: light-dark(#51606f, #a3afbc); }
  #mock-progress progress { width: min(320px, 100%); height: 8px; margin: auto;
    accent-color: light-dark(#2f5bd7, #86a5ff); }
`;

const element = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
) => Object.assign(document.createElement(name), properties);

/**
 * Fills the page with a progress bar until the app replaces it, or with the reason it can't start.
 * Uses only the DOM, so it shows before anything else has loaded.
 */
export const showProgressScreen = (root: HTMLElement) => {
  const screen = element('main', { id: 'mock-progress' });
  const bar = element('progress', { max: 1, ariaLabel: 'Loading the demo' });
  const line = element('p', { textContent: 'Loading…' });
  const note = element('p', {
    textContent:
      'Everything runs in your browser on sample data. Nothing is sent. Reloading resets it.',
  });
  screen.append(
    element('style', { textContent: STYLE }),
    element('h1', { textContent: 'Unstuck' }),
    bar,
    line,
    note,
  );
  root.replaceChildren(screen);
  return {
    progress: ({ done, doing }: Progress): void => {
      if (done !== undefined) bar.value = done;
      line.textContent = doing;
    },
    fail: (message: string): void => {
      bar.remove();
      note.remove();
      line.role = 'alert';
      line.textContent = message;
    },
  };
};
