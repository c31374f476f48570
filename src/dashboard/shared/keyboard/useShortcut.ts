import { useMe } from '../people/useMe.tsx';
import type { ShortcutKey } from './shortcuts.ts';

/** Whether the person who is signed in uses single keys. Undefined until that is known. */
export const useShortcutsOn = (): boolean | undefined => useMe()?.shortcuts;

/**
 * Lets a key press the button that gets `shortcut`: the one in the row that has the focus, or the one outside of rows.
 * `hint` adds the key to the button’s tooltip.
 */
export const useShortcut = (key: ShortcutKey) => {
  const on = useShortcutsOn();
  return {
    shortcut: on ? { 'aria-keyshortcuts': key } : {},
    hint: (label: string): string => (on ? `${label} (${key.toUpperCase()})` : label),
  };
};
