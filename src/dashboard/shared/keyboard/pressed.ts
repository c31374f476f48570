import type { ShortcutKey } from './shortcuts.ts';

/** A row of a table, or a card in its place where there is no room for a table. */
const ROW = 'tbody > tr, [data-card]';

/** A row’s link to its record, which is where the focus goes. */
const LINK = 'a[data-row-link]';

const isVisible = (element: Element): boolean => element.checkVisibility();

/** Moves the focus to the next or previous row, or to the first one if it is elsewhere. */
const move = (main: Element, step: 1 | -1): HTMLElement | undefined => {
  const links = [...main.querySelectorAll<HTMLElement>(LINK)].filter(isVisible);
  const row = document.activeElement?.closest(ROW);
  const index = links.findIndex((link) => row?.contains(link));
  const link = links[index === -1 ? 0 : Math.max(0, index + step)];
  link?.focus();
  link?.scrollIntoView({ block: 'nearest' });
  return link ?? links[index];
};

/** What a key presses: a control in the row that has the focus, or else one that belongs to no row. */
const controlFor = (main: Element, key: ShortcutKey): HTMLElement | undefined => {
  const row = document.activeElement?.closest(ROW);
  const wanted = key === 'x' ? 'input[type=checkbox]' : `[aria-keyshortcuts~="${key}"]`;
  const inRow = row && [...row.querySelectorAll<HTMLElement>(wanted)].find(isVisible);
  if (inRow) return inRow;
  return [...document.querySelectorAll<HTMLElement>(`[aria-keyshortcuts~="${key}"]`)].find(
    (control) => isVisible(control) && !(main.contains(control) && control.closest(ROW)),
  );
};

/** Does what a key stands for. Returns whether there was anything to do. */
export const press = (main: Element, key: ShortcutKey): boolean => {
  if (key === 'j' || key === 'k') return move(main, key === 'j' ? 1 : -1) !== undefined;
  const control = controlFor(main, key);
  if (control instanceof HTMLInputElement && control.type !== 'checkbox') control.focus();
  else control?.click();
  return control !== undefined;
};

/** Where keys are for something else: fields, menus and whatever lies over the page. */
const TYPING =
  'input:not([type=checkbox]), textarea, select, [contenteditable], [role=combobox], [role=listbox], .MuiModal-root';

export const isTyping = ({ target }: Event): boolean =>
  target instanceof Element && target.closest(TYPING) !== null;
